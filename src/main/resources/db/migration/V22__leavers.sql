-- That somebody has left, as it was entered; one that was entered by mistake is taken back.
create table dismissal (
  id              uuid        constraint pk_dismissal primary key,
  organisation_id uuid        not null constraint fk_dismissal_organisation references organisation,
  person_id       uuid        not null constraint fk_dismissal_person references person,
  left_on         date        not null,
  access_closed   boolean     not null,
  entered_at      timestamptz not null,
  taken_back_at   timestamptz
);
create unique index uq_dismissal_standing on dismissal (person_id) where taken_back_at is null;
create index ix_dismissal_person on dismissal (person_id);
create index ix_dismissal_organisation on dismissal (organisation_id);

-- The powers that a dismissal has ended, as they were before it.
create table dismissed_power (
  dismissal_id    uuid         not null constraint fk_dismissed_power_dismissal references dismissal,
  id              uuid         not null,
  account_id      uuid         not null constraint fk_dismissed_power_account references account,
  organisation_id uuid         not null constraint fk_dismissed_power_organisation references organisation,
  role            varchar(30)  not null,
  acting          boolean      not null,
  valid_from      date         not null,
  valid_to        date,
  basis           varchar(300) not null,
  constraint pk_dismissed_power primary key (dismissal_id, id)
);
create index ix_dismissed_power_account on dismissed_power (account_id);
create index ix_dismissed_power_organisation on dismissed_power (organisation_id);

-- What else a dismissal has changed, by its kind and the id of the thing, and how it was before.
create table dismissal_change (
  dismissal_id uuid        not null constraint fk_dismissal_change_dismissal references dismissal,
  kind         varchar(30) not null,
  subject      varchar(64) not null,
  was          varchar(255),
  constraint pk_dismissal_change primary key (dismissal_id, kind, subject)
);
