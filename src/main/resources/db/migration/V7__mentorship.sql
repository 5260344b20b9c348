create table pair_list (
  id              uuid        constraint pk_pair_list primary key,
  organisation_id uuid        not null constraint fk_pair_list_organisation references organisation,
  programme_id    uuid        not null,
  opened_at       timestamptz not null,
  closed_at       timestamptz
);
-- A pair belongs to the school; the programme is where it began.
create table mentorship (
  id              uuid          constraint pk_mentorship primary key,
  organisation_id uuid          not null constraint fk_mentorship_organisation references organisation,
  programme_id    uuid          not null,
  pair_list_id    uuid          constraint fk_mentorship_pair_list references pair_list,
  mentee_id       uuid          not null constraint fk_mentorship_mentee references person,
  mentor_id       uuid          not null constraint fk_mentorship_mentor references person,
  pair_form       varchar(30)   not null,
  period_from     date          not null,
  period_to       date          not null,
  state           varchar(20)   not null constraint ck_mentorship_state check (state in ('PROPOSED', 'RETURNED', 'APPROVED', 'ACTIVE', 'SUSPENDED', 'COMPLETED', 'COMPLETED_EARLY', 'TERMINATED', 'DROPPED')),
  finishing       boolean       not null default false,
  order_id        uuid          constraint fk_mentorship_order references local_act,
  goal            varchar(4000),
  content         varchar(4000),
  programme_state varchar(20)   not null default 'NONE' constraint ck_mentorship_programme_state check (programme_state in ('NONE', 'DRAFTED', 'RETURNED', 'APPROVED')),
  mentor_result   varchar(4000),
  result_kind     varchar(20),
  conclusion      varchar(4000),
  questionnaires  boolean       not null default false,
  ended_on        date,
  end_reason      varchar(4000),
  constraint ck_mentorship_period check (period_to >= period_from),
  constraint ck_mentorship_self check (mentor_id <> mentee_id)
);
-- A mentee never has two working pairs.
create unique index uq_mentorship_working on mentorship (mentee_id) where state in ('APPROVED', 'ACTIVE', 'SUSPENDED');
create index ix_mentorship_mentor on mentorship (mentor_id, state);
create index ix_mentorship_programme on mentorship (programme_id);
create table meeting (
  id            uuid        constraint pk_meeting primary key,
  mentorship_id uuid        not null constraint fk_meeting_mentorship references mentorship,
  held_on       date        not null,
  kind          varchar(20) not null constraint ck_meeting_kind check (kind in ('FIRST', 'TRIAL', 'PLANNING', 'REGULAR', 'FINAL_PAIR')),
  decision_id   uuid        not null constraint fk_meeting_decision references decision_record,
  constraint uq_meeting unique (mentorship_id, held_on)
);
create table silent_month (
  id            uuid          constraint pk_silent_month primary key,
  mentorship_id uuid          not null constraint fk_silent_month_mentorship references mentorship,
  marked_on     date          not null,
  reason        varchar(4000),
  conclusion    varchar(4000)
);
create table replacement (
  id              uuid          constraint pk_replacement primary key,
  organisation_id uuid          not null constraint fk_replacement_organisation references organisation,
  mentorship_id   uuid          not null constraint fk_replacement_mentorship references mentorship,
  state           varchar(20)   not null constraint ck_replacement_state check (state in ('REQUESTED', 'DECLINED', 'SEARCH', 'AGREED', 'APPROVED', 'DONE', 'REJECTED', 'CANCELLED')),
  request         varchar(4000) not null,
  requested_by    uuid          not null constraint fk_replacement_requester references account,
  requested_on    date          not null,
  ground          varchar(40),
  initiative      varchar(20),
  notice_on       date,
  basis           varchar(300),
  warning_ends_on date,
  released_on     date,
  old_mentor_id   uuid          not null constraint fk_replacement_old_mentor references person,
  new_mentor_id   uuid          constraint fk_replacement_new_mentor references person,
  order_id        uuid          constraint fk_replacement_order references local_act,
  handover        varchar(4000)
);
create unique index uq_replacement_open on replacement (mentorship_id) where state in ('REQUESTED', 'SEARCH', 'AGREED', 'APPROVED');
create table unmatched_support (
  id              uuid         constraint pk_unmatched_support primary key,
  organisation_id uuid         not null constraint fk_unmatched_support_organisation references organisation,
  participant_id  uuid         not null constraint fk_unmatched_support_participant references participant,
  opened_on       date         not null,
  closed_on       date,
  outcome         varchar(20)
);
create unique index uq_unmatched_support_open on unmatched_support (participant_id) where closed_on is null;
