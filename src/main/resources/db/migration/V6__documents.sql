-- Where acts get their numbers; `located` as it stands in a sentence.
create table act_journal (
  code    varchar(20) constraint pk_act_journal primary key,
  located varchar(60) not null
);
insert into act_journal values
  ('ORDERS', 'в журнале приказов'),
  ('ACTS', 'в журнале локальных актов');

-- Kinds of acts: those that every school has, and those that a school has added.
create table act_kind (
  code            varchar(40)  constraint pk_act_kind primary key,
  organisation_id uuid         constraint fk_act_kind_organisation references organisation,
  title           varchar(300) not null,
  journal         varchar(20)  not null constraint fk_act_kind_journal references act_journal,
  drafter_role    varchar(30)  not null,
  approver_role   varchar(30)  not null,
  -- What of the roadmap it is evidence for.
  outcome         varchar(60),
  -- Whether a programme rests on it, so that its curator is asked for it at the beginning.
  founding        boolean      not null,
  constraint uq_act_kind_title unique nulls not distinct (organisation_id, title)
);
-- Who must agree before it is approved, one after another.
create table act_kind_body (
  kind     varchar(40) not null constraint fk_act_kind_body_kind references act_kind,
  position integer     not null,
  body     varchar(60) not null,
  constraint pk_act_kind_body primary key (kind, position)
);
-- Who is acquainted unless the clerk names others.
create table act_kind_reader (
  kind varchar(40) not null constraint fk_act_kind_reader_kind references act_kind,
  role varchar(30) not null,
  constraint pk_act_kind_reader primary key (kind, role)
);
-- Which founding acts a school demands, whatever its roadmaps say.
create table act_demand (
  organisation_id uuid        not null constraint fk_act_demand_organisation references organisation,
  kind            varchar(40) not null constraint fk_act_demand_kind references act_kind,
  demanded_at     timestamptz not null,
  constraint pk_act_demand primary key (organisation_id, kind)
);
insert into act_kind (code, title, journal, drafter_role, approver_role, outcome, founding) values
  ('REGULATION', 'Положение о наставничестве', 'ACTS', 'CURATOR', 'DIRECTOR', 'REGULATION_IN_FORCE', true),
  ('REGULATION_ORDER', 'Приказ об утверждении положения о наставничестве', 'ORDERS', 'CURATOR', 'DIRECTOR', 'REGULATION_ORDER_IN_FORCE', true),
  ('FINAL_EVENT_ORDER', 'Приказ о проведении итогового мероприятия', 'ORDERS', 'CURATOR', 'DIRECTOR', 'FINAL_EVENT_ORDERED', false),
  ('PAIR_ORDER', 'Приказ о закреплении наставнических пар', 'ORDERS', 'CURATOR', 'DIRECTOR', 'PAIRS_IN_ORDER', false),
  ('REPLACEMENT_ORDER', 'Приказ о замене наставника', 'ORDERS', 'CURATOR', 'DIRECTOR', null, false),
  ('OTHER', 'Другой документ', 'ACTS', 'CURATOR', 'DIRECTOR', null, false),
  ('IMPLEMENTATION_ORDER', 'Приказ о внедрении системы (целевой модели) наставничества', 'ORDERS', 'DEPUTY', 'DIRECTOR', null, true),
  ('CURATOR_ORDER', 'Приказ о назначении куратора', 'ORDERS', 'DEPUTY', 'DIRECTOR', null, true);
insert into act_kind_reader values
  ('IMPLEMENTATION_ORDER', 'CURATOR'),
  ('IMPLEMENTATION_ORDER', 'DEPUTY'),
  ('IMPLEMENTATION_ORDER', 'SITE_EDITOR'),
  ('CURATOR_ORDER', 'CURATOR');

create table local_act (
  id                uuid          constraint pk_local_act primary key,
  version           bigint        not null default 0,
  organisation_id   uuid          not null constraint fk_local_act_organisation references organisation,
  programme_id      uuid          constraint fk_local_act_programme references programme,
  measure_id        uuid          constraint fk_local_act_measure references measure,
  kind              varchar(40)   not null constraint fk_local_act_kind references act_kind,
  title             varchar(300)  not null,
  -- The version that is current; null where the text lies on paper only.
  text_id           uuid,
  state             varchar(20)   not null constraint ck_local_act_state check (state in ('DRAFT', 'ON_AGREEMENT', 'ON_APPROVAL', 'RETURNED', 'APPROVED', 'IN_FORCE', 'REPEALED', 'REJECTED', 'NOT_REQUIRED')),
  approved_on       date,
  drafter_role      varchar(30)   not null,
  journal           varchar(20)   not null constraint fk_local_act_journal references act_journal,
  number            varchar(40),
  -- The number as it is compared: «№ 45–од» and «45-ОД» are one.
  number_key        varchar(40),
  year              integer,
  act_date          date,
  cited             boolean       not null default false,
  reason            varchar(4000),
  created_at        timestamptz   not null,
  constraint uq_local_act_number unique (organisation_id, journal, year, number_key),
  constraint ck_local_act_number check (num_nulls(number, number_key, year, act_date) in (0, 4)),
  constraint ck_local_act_date check (act_date >= approved_on)
);
create index ix_local_act_programme on local_act (programme_id);
create index ix_local_act_measure on local_act (measure_id);

-- Who has to agree to this act, and where it stands that they did.
create table act_agreement (
  act_id    uuid        not null constraint fk_act_agreement_act references local_act,
  position  integer     not null,
  body      varchar(60) not null,
  minutes   varchar(40),
  agreed_on date,
  constraint pk_act_agreement primary key (act_id, position),
  constraint ck_act_agreement_minutes check (num_nulls(minutes, agreed_on) in (0, 2))
);

-- What was drafted, each time anew: a decision names the version that it was made on.
create table act_version (
  id         uuid         constraint pk_act_version primary key,
  act_id     uuid         not null constraint fk_act_version_act references local_act,
  number     integer      not null,
  title      varchar(300) not null,
  body       text         not null,
  -- Of the title, the body and the annexes.
  sha256     varchar(64)  not null,
  author     uuid         constraint fk_act_version_author references account,
  created_at timestamptz  not null,
  constraint uq_act_version unique (act_id, number),
  constraint uq_act_version_act unique (act_id, id)
);
create table act_annex (
  version_id uuid         not null constraint fk_act_annex_version references act_version,
  position   integer      not null,
  title      varchar(255) not null,
  file_id    uuid         not null constraint fk_act_annex_file references stored_file,
  constraint pk_act_annex primary key (version_id, position)
);
create index ix_act_annex_file on act_annex (file_id);
alter table local_act add constraint fk_local_act_text foreign key (id, text_id) references act_version (act_id, id)
  deferrable initially deferred;

create function refuse_change_of_act_text() returns trigger language plpgsql as $$
begin
  raise exception 'The text of an act is written once (%): a change is a new version', tg_table_name;
end $$;
create trigger tr_act_version_final before update or delete on act_version
  for each row execute function refuse_change_of_act_text();
create trigger tr_act_annex_final before update or delete on act_annex
  for each row execute function refuse_change_of_act_text();
create trigger tr_local_act_text_final before update on local_act for each row
  when (old.text_id is distinct from new.text_id and old.state not in ('DRAFT', 'RETURNED'))
  execute function refuse_change_of_act_text();

create table acknowledgement (
  id          uuid constraint pk_acknowledgement primary key,
  act_id      uuid not null constraint fk_acknowledgement_act references local_act,
  person_id   uuid not null constraint fk_acknowledgement_person references person,
  decision_id uuid constraint fk_acknowledgement_decision references decision_record,
  marked_on   date,
  constraint uq_acknowledgement unique (act_id, person_id),
  constraint ck_acknowledgement_marked check (num_nulls(decision_id, marked_on) in (0, 2))
);
create index ix_acknowledgement_person on acknowledgement (person_id);

alter table evidence add constraint fk_evidence_act foreign key (act_id) references local_act;
alter table reached_outcome add constraint fk_reached_outcome_act foreign key (act_id) references local_act;
create index ix_evidence_act on evidence (act_id);
