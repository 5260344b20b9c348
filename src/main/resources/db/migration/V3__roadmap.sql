create table programme (
  id              uuid         constraint pk_programme primary key,
  version         bigint       not null default 0,
  organisation_id uuid         not null constraint fk_programme_organisation references organisation,
  template_code   varchar(40)  not null,
  track           varchar(20)  not null,
  period_from     date         not null,
  period_to       date         not null,
  state           varchar(20)  not null constraint ck_programme_state check (state in ('DRAFT', 'ON_APPROVAL', 'RUNNING', 'REJECTED', 'CANCELLED', 'CLOSED')),
  approved_on     date,
  conclusion      varchar(4000),
  constraint ck_programme_period check (period_to > period_from)
);
create table stage (
  id            uuid         constraint pk_stage primary key,
  programme_id  uuid         not null constraint fk_stage_programme references programme,
  number        integer      not null,
  title         varchar(300) not null,
  state         varchar(20)  not null constraint ck_stage_state check (state in ('PLANNED', 'OPEN', 'CLOSED', 'WAIVED')),
  awaited       boolean      not null default false,
  opened_on     date,
  closed_on     date,
  constraint uq_stage unique (programme_id, number)
);
create table measure (
  id               uuid          constraint pk_measure primary key,
  stage_id         uuid          not null constraint fk_measure_stage references stage,
  position         integer       not null,
  ref              varchar(20)   not null,
  number           varchar(20)   not null,
  kind             varchar(20)   not null,
  title            varchar(1000) not null,
  process          varchar(60)   not null,
  evidence_kind    varchar(20)   not null,
  optional         boolean       not null,
  continuous       boolean       not null,
  due_from         date          not null,
  due_to           date          not null,
  responsible_role varchar(30)   not null,
  accepted         boolean       not null default false,
  state            varchar(20)   not null constraint ck_measure_state check (state in ('NOT_STARTED', 'IN_PROGRESS', 'DONE', 'NOT_REQUIRED')),
  done_on          date,
  reason           varchar(4000),
  constraint uq_measure unique (stage_id, position)
);
create table evidence (
  id          uuid         constraint pk_evidence primary key,
  measure_id  uuid         not null constraint fk_evidence_measure references measure,
  kind        varchar(20)  not null constraint ck_evidence_kind check (kind in ('FILE', 'LINK', 'REFERENCE', 'ATTENDANCE', 'SYSTEM')),
  reference   varchar(4000),
  file_id     uuid         constraint fk_evidence_file references stored_file,
  act_id      uuid        ,
  happened_on date         not null,
  recorded_by uuid         constraint fk_evidence_account references account,
  recorded_at timestamptz  not null
);
create table stage_waiver (
  id           uuid          constraint pk_stage_waiver primary key,
  stage_id     uuid          not null constraint fk_stage_waiver_stage references stage,
  reason       varchar(4000) not null,
  requested_by uuid          not null constraint fk_stage_waiver_account references account,
  requested_at timestamptz   not null,
  state        varchar(20)   not null constraint ck_stage_waiver_state check (state in ('REQUESTED', 'APPROVED', 'REJECTED', 'CANCELLED'))
);
create unique index uq_stage_waiver_open on stage_waiver (stage_id) where state = 'REQUESTED';
create table occasion (
  id              uuid         constraint pk_occasion primary key,
  programme_id    uuid         not null constraint fk_occasion_programme references programme,
  kind            varchar(30)  not null,
  subject         varchar(300),
  held_on         date         not null,
  reference       varchar(300) not null,
  practices       varchar(4000)
);
create table occasion_attendee (
  occasion_id uuid not null constraint fk_occasion_attendee_occasion references occasion,
  person_id   uuid not null constraint fk_occasion_attendee_person references person,
  constraint pk_occasion_attendee primary key (occasion_id, person_id)
);
create table publication (
  id           uuid         constraint pk_publication primary key,
  programme_id uuid         not null constraint fk_publication_programme references programme,
  link         varchar(300) not null,
  published_on date         not null
);
create table publication_stage (
  publication_id uuid not null constraint fk_publication_stage_publication references publication,
  stage_id       uuid not null constraint fk_publication_stage_stage references stage,
  constraint pk_publication_stage primary key (publication_id, stage_id)
);
