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
create index ix_programme_organisation on programme (organisation_id);
create table stage (
  id            uuid         constraint pk_stage primary key,
  programme_id  uuid         not null constraint fk_stage_programme references programme,
  number        integer      not null,
  kind          varchar(30)  not null,
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
  outcomes         varchar(40)[] not null,
  any_outcome      boolean       not null,
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
create index ix_evidence_measure on evidence (measure_id);
create table reached_outcome (
  id           uuid         constraint pk_reached_outcome primary key,
  programme_id uuid         not null constraint fk_reached_outcome_programme references programme,
  outcome      varchar(40)  not null,
  kind         varchar(20)  not null constraint ck_reached_outcome_kind check (kind in ('FILE', 'LINK', 'REFERENCE', 'ATTENDANCE', 'SYSTEM')),
  reference    varchar(4000),
  file_id      uuid         constraint fk_reached_outcome_file references stored_file,
  act_id       uuid,
  happened_on  date         not null,
  recorded_by  uuid         constraint fk_reached_outcome_account references account,
  recorded_at  timestamptz  not null
);
create index ix_reached_outcome_programme on reached_outcome (programme_id);
create table stage_waiver (
  id           uuid          constraint pk_stage_waiver primary key,
  stage_id     uuid          not null constraint fk_stage_waiver_stage references stage,
  reason       varchar(4000) not null,
  requested_by uuid          not null constraint fk_stage_waiver_account references account,
  requested_at timestamptz   not null,
  state        varchar(20)   not null constraint ck_stage_waiver_state check (state in ('REQUESTED', 'APPROVED', 'REJECTED', 'CANCELLED'))
);
create unique index uq_stage_waiver_open on stage_waiver (stage_id) where state = 'REQUESTED';
create index ix_stage_waiver_stage on stage_waiver (stage_id);
create table occasion (
  id              uuid         constraint pk_occasion primary key,
  programme_id    uuid         not null constraint fk_occasion_programme references programme,
  kind            varchar(30)  not null,
  subject         varchar(300),
  held_on         date         not null,
  reference       varchar(300) not null,
  practices       varchar(4000)
);
create index ix_occasion_programme on occasion (programme_id);
create table occasion_attendee (
  occasion_id uuid not null constraint fk_occasion_attendee_occasion references occasion,
  person_id   uuid not null constraint fk_occasion_attendee_person references person,
  constraint pk_occasion_attendee primary key (occasion_id, person_id)
);
create index ix_occasion_attendee_person on occasion_attendee (person_id);
create table publication (
  id           uuid         constraint pk_publication primary key,
  programme_id uuid         not null constraint fk_publication_programme references programme,
  link         varchar(300) not null,
  published_on date         not null
);
create index ix_publication_programme on publication (programme_id);
create table publication_stage (
  publication_id uuid not null constraint fk_publication_stage_publication references publication,
  stage_id       uuid not null constraint fk_publication_stage_stage references stage,
  constraint pk_publication_stage primary key (publication_id, stage_id)
);
create index ix_publication_stage_stage on publication_stage (stage_id);
