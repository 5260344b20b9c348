-- Tables of Nastavnik. The engine owns ACT_*.

-- organisation ---------------------------------------------------------------------------------
create table organisation (
  id            uuid         constraint pk_organisation primary key,
  kind          varchar(20)  not null constraint ck_organisation_kind check (kind in ('SCHOOL', 'MUNICIPALITY', 'OPERATOR')),
  full_name     varchar(500) not null,
  short_name    varchar(200) not null,
  locality      varchar(200),
  time_zone     varchar(60)  not null,
  parent_id     uuid         constraint fk_organisation_parent references organisation
);

-- What a local act may change; the defaults are those of the Regulation (S4-2.6, S4-2.7, S4-2.3.a).
create table organisation_policy (
  organisation_id      uuid    constraint pk_organisation_policy primary key
                               constraint fk_organisation_policy_organisation references organisation,
  max_mentees          integer not null default 2,
  max_pair_months      integer not null default 12,
  min_mentee_age       integer not null default 10,
  consent_on_screen    boolean not null default true
);

-- A person of one organisation: staff, pupil, representative, external participant.
create table person (
  id              uuid         constraint pk_person primary key,
  organisation_id uuid         not null constraint fk_person_organisation references organisation,
  category        varchar(20)  not null constraint ck_person_category check (category in ('STAFF', 'PUPIL', 'REPRESENTATIVE', 'EXTERNAL')),
  last_name       varchar(100) not null,
  first_name      varchar(100) not null,
  middle_name     varchar(100),
  birth_date      date,
  position_title  varchar(200),
  subject_group   varchar(200),
  email           varchar(200),
  dismissed_on    date,
  represented_id  uuid         constraint fk_person_represented references person
);
create index ix_person_organisation on person (organisation_id, last_name);

-- One login; it may belong to persons of several organisations.
create table account (
  id                   uuid         constraint pk_account primary key,
  login                varchar(60)  not null constraint uq_account_login unique,
  password_hash        varchar(100) not null,
  must_change_password boolean      not null default false,
  blocked              boolean      not null default false,
  created_at           timestamptz  not null
);
create table account_person (
  account_id uuid not null constraint fk_account_person_account references account,
  person_id  uuid not null constraint fk_account_person_person references person,
  constraint pk_account_person primary key (account_id, person_id),
  constraint uq_account_person_person unique (person_id)
);

-- A role is a power with dates and a basis.
create table power (
  id              uuid         constraint pk_power primary key,
  account_id      uuid         not null constraint fk_power_account references account,
  organisation_id uuid         not null constraint fk_power_organisation references organisation,
  role            varchar(30)  not null,
  acting          boolean      not null default false,
  valid_from      date         not null,
  valid_to        date,
  basis           varchar(300) not null,
  constraint ck_power_dates check (valid_to is null or valid_to >= valid_from)
);
create index ix_power_account on power (account_id);
create index ix_power_organisation on power (organisation_id, role);

-- shared ---------------------------------------------------------------------------------------
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
  uploaded_at     timestamptz  not null
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

-- participants ---------------------------------------------------------------------------------
create table topic (
  code       varchar(40)  constraint pk_topic primary key,
  group_code varchar(10)  not null,
  title      varchar(200) not null,
  position   integer      not null
);
create table participant (
  id              uuid        constraint pk_participant primary key,
  organisation_id uuid        not null constraint fk_participant_organisation references organisation,
  person_id       uuid        not null constraint fk_participant_person references person,
  programme_id    uuid        not null,
  side            varchar(10) not null constraint ck_participant_side check (side in ('MENTOR', 'MENTEE')),
  state           varchar(20) not null constraint ck_participant_state check (state in ('APPLIED', 'IN_BANK', 'SELECTED', 'REFUSED', 'LEFT', 'SEARCH_ENDED')),
  entered_on      date,
  constraint uq_participant unique (programme_id, person_id, side)
);
create table participant_topic (
  participant_id uuid        not null constraint fk_participant_topic_participant references participant,
  topic_code     varchar(40) not null constraint fk_participant_topic_topic references topic,
  constraint pk_participant_topic primary key (participant_id, topic_code)
);

-- consent --------------------------------------------------------------------------------------
create table consent_text (
  id         uuid        constraint pk_consent_text primary key,
  kind       varchar(20) not null,
  version    integer     not null,
  text       text        not null,
  valid_from date        not null,
  constraint uq_consent_text unique (kind, version)
);
create table consent_collection (
  id              uuid        constraint pk_consent_collection primary key,
  organisation_id uuid        not null constraint fk_consent_collection_organisation references organisation,
  programme_id    uuid        not null,
  side            varchar(10) not null,
  opened_at       timestamptz not null
);
create table consent (
  id              uuid        constraint pk_consent primary key,
  organisation_id uuid        not null constraint fk_consent_organisation references organisation,
  person_id       uuid        not null constraint fk_consent_person references person,
  kind            varchar(20) not null constraint ck_consent_kind check (kind in ('PROCESSING', 'PARTICIPATION', 'EXTRA_DUTIES')),
  giver           varchar(20) not null constraint ck_consent_giver check (giver in ('SELF', 'REPRESENTATIVE')),
  state           varchar(20) not null constraint ck_consent_state check (state in ('AWAITED', 'GIVEN', 'REFUSED', 'WITHDRAWN')),
  text_id         uuid        not null constraint fk_consent_text references consent_text,
  programme_id    uuid        not null,
  collection_id   uuid        constraint fk_consent_collection references consent_collection,
  requested_on    date        not null,
  answered_on     date,
  reminders       integer     not null default 0,
  decision_id     uuid        constraint fk_consent_decision references decision_record,
  constraint uq_consent unique (programme_id, person_id, kind, giver)
);

-- documents ------------------------------------------------------------------------------------
create table local_act (
  id                uuid          constraint pk_local_act primary key,
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

-- roadmap --------------------------------------------------------------------------------------
create table programme (
  id              uuid         constraint pk_programme primary key,
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
  act_id      uuid         constraint fk_evidence_act references local_act,
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
  state        varchar(20)   not null constraint ck_stage_waiver_state check (state in ('REQUESTED', 'APPROVED', 'REJECTED'))
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

-- matching, mentorship -------------------------------------------------------------------------
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

-- notification ---------------------------------------------------------------------------------
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
  recipient    varchar(200) not null,
  attempts     integer      not null default 0,
  next_attempt timestamptz  not null,
  sent_at      timestamptz,
  given_up_at  timestamptz
);
create index ix_outbox_mail_pending on outbox_mail (next_attempt) where sent_at is null and given_up_at is null;
