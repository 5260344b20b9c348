create table notice (
  id          uuid         constraint pk_notice primary key,
  account_id  uuid         not null constraint fk_notice_account references account,
  kind        varchar(40)  not null,
  subject_id  uuid         not null,
  created_at  timestamptz  not null,
  read_at     timestamptz
);
create index ix_notice_account on notice (account_id, created_at);
create table outbox_mail (
  id           uuid         constraint pk_outbox_mail primary key,
  notice_id    uuid         not null constraint fk_outbox_mail_notice references notice constraint uq_outbox_mail_notice unique,
  attempts     integer      not null default 0,
  next_attempt timestamptz  not null,
  sent_at      timestamptz,
  given_up_at  timestamptz
);
create index ix_outbox_mail_pending on outbox_mail (next_attempt) where sent_at is null and given_up_at is null;

-- What a job of the engine could not do; without names of people.
create table given_up_step (
  id              uuid         constraint pk_given_up_step primary key,
  organisation_id uuid         constraint fk_given_up_step_organisation references organisation,
  step            varchar(255) not null,
  failure         varchar(500) not null,
  failed_at       timestamptz  not null
);
