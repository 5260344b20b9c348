create table local_act (
  id                uuid          constraint pk_local_act primary key,
  version           bigint        not null default 0,
  organisation_id   uuid          not null constraint fk_local_act_organisation references organisation,
  programme_id      uuid,
  measure_id        uuid,
  kind              varchar(30)   not null,
  title             varchar(300)  not null,
  body              text          not null default '',
  state             varchar(20)   not null constraint ck_local_act_state check (state in ('DRAFT', 'ON_AGREEMENT', 'ON_APPROVAL', 'RETURNED', 'APPROVED', 'IN_FORCE', 'REPEALED', 'REJECTED', 'NOT_REQUIRED')),
  council_demanded  boolean       not null default false,
  council_minutes   varchar(40),
  council_on        date,
  drafter_role      varchar(30)   not null,
  journal           varchar(20)   not null,
  number            varchar(40),
  year              integer,
  act_date          date,
  cited             boolean       not null default false,
  reason            varchar(4000),
  created_at        timestamptz   not null,
  constraint uq_local_act_number unique (organisation_id, journal, year, number)
);
create index ix_local_act_programme on local_act (programme_id);
create table acknowledgement (
  id          uuid constraint pk_acknowledgement primary key,
  act_id      uuid not null constraint fk_acknowledgement_act references local_act,
  person_id   uuid not null constraint fk_acknowledgement_person references person,
  decision_id uuid constraint fk_acknowledgement_decision references decision_record,
  constraint uq_acknowledgement unique (act_id, person_id)
);

alter table evidence add constraint fk_evidence_act foreign key (act_id) references local_act;
alter table reached_outcome add constraint fk_reached_outcome_act foreign key (act_id) references local_act;
