create table stored_file (
  id              uuid         constraint pk_stored_file primary key,
  organisation_id uuid         not null constraint fk_stored_file_organisation references organisation,
  task_id         varchar(64)  not null,
  subject_id      uuid         not null,
  name            varchar(255) not null,
  media_type      varchar(120) not null,
  size_bytes      bigint       not null,
  sha256          varchar(64)    not null,
  content         bytea        not null,
  uploaded_by     uuid         not null constraint fk_stored_file_account references account,
  uploaded_at     timestamptz  not null,
  -- No longer with its task, but something that was decided on refers to it.
  taken_away      boolean      not null default false
);
create index ix_stored_file_task on stored_file (task_id);
create index ix_stored_file_subject on stored_file (subject_id);

-- Who decided, when it happened, through which door, who recorded it, what proves it.
create table decision_record (
  id              uuid         constraint pk_decision_record primary key,
  organisation_id uuid         not null constraint fk_decision_record_organisation references organisation,
  subject_kind    varchar(40)  not null,
  subject_id      uuid         not null,
  verdict         varchar(40)  not null,
  text_id         uuid,
  remark          varchar(4000),
  decided_by      uuid         constraint fk_decision_record_person references person,
  capacity        varchar(60),
  happened_on     date         not null,
  door            varchar(10)  not null constraint ck_decision_record_door check (door in ('SCREEN', 'PAPER', 'WORDS')),
  proof           varchar(300),
  recorded_by     uuid         constraint fk_decision_record_account references account,
  recorded_at     timestamptz  not null
);
create index ix_decision_record_subject on decision_record (subject_id, recorded_at);
