-- Equality of ids beside overlapping days in one constraint. Since PostgreSQL 13 the owner of the database may create it.
create extension if not exists btree_gist;

create table pair_list (
  id              uuid        constraint pk_pair_list primary key,
  organisation_id uuid        not null constraint fk_pair_list_organisation references organisation,
  programme_id    uuid        not null constraint fk_pair_list_programme references programme,
  opened_at       timestamptz not null,
  closed_at       timestamptz
);
create index ix_pair_list_programme on pair_list (programme_id);
-- A pair or a group. It belongs to the school; the programme is where it began.
create table mentorship (
  id              uuid          constraint pk_mentorship primary key,
  organisation_id uuid          not null constraint fk_mentorship_organisation references organisation,
  programme_id    uuid          not null constraint fk_mentorship_programme references programme,
  pair_list_id    uuid          constraint fk_mentorship_pair_list references pair_list,
  kind            varchar(20)   not null constraint ck_mentorship_kind check (kind in ('INDIVIDUAL', 'GROUP')),
  pair_form       varchar(30)   not null,
  period_from     date          not null,
  period_to       date          not null,
  state           varchar(20)   not null constraint ck_mentorship_state check (state in ('PROPOSED', 'RETURNED', 'APPROVED', 'ACTIVE', 'SUSPENDED', 'COMPLETED', 'COMPLETED_EARLY', 'TERMINATED', 'DROPPED')),
  finishing       boolean       not null default false,
  order_id        uuid          constraint fk_mentorship_order references local_act,
  -- When meetings, or that there were none, were last marked: what may be marked next follows from it.
  marked_on       date,
  mentor_result   varchar(4000),
  result_kind     varchar(20),
  conclusion      varchar(4000),
  questionnaires  boolean       not null default false,
  ended_on        date,
  end_reason      varchar(4000),
  constraint ck_mentorship_period check (period_to >= period_from)
);
create index ix_mentorship_organisation on mentorship (organisation_id, state);
create index ix_mentorship_programme on mentorship (programme_id, state);
create index ix_mentorship_pair_list on mentorship (pair_list_id);
create index ix_mentorship_order on mentorship (order_id);
-- Who belongs to it, on which side, from when to when. A member holds from the director's decision on; who leaves keeps
-- their days. On the day of a change both count, so that the ranges leave the last day out.
create table mentorship_member (
  id             uuid        constraint pk_mentorship_member primary key,
  mentorship_id  uuid        not null constraint fk_mentorship_member_mentorship references mentorship,
  person_id      uuid        not null constraint fk_mentorship_member_person references person,
  side           varchar(10) not null constraint ck_mentorship_member_side check (side in ('MENTOR', 'MENTEE')),
  member_from    date        not null,
  member_to      date,
  holds          boolean     not null default false,
  begin_order_id uuid        constraint fk_mentorship_member_begin_order references local_act,
  end_order_id   uuid        constraint fk_mentorship_member_end_order references local_act,
  -- Left before the pair or the group ended.
  gone           boolean     not null default false,
  end_reason     varchar(4000),
  constraint ck_mentorship_member_days check (not holds or member_to is null or member_to >= member_from),
  -- A mentee never has two working pairs.
  constraint ex_mentorship_member_mentee exclude using gist
    (person_id with =, daterange(member_from, member_to) with &&) where (side = 'MENTEE' and holds),
  constraint ex_mentorship_member_mentor exclude using gist
    (mentorship_id with =, daterange(member_from, member_to) with &&) where (side = 'MENTOR' and holds),
  -- Nobody mentors themselves.
  constraint ex_mentorship_member_self exclude using gist
    (mentorship_id with =, person_id with =, (side::text) with <>)
);
create index ix_mentorship_member_mentorship on mentorship_member (mentorship_id);
create index ix_mentorship_member_person on mentorship_member (person_id, side);
create index ix_mentorship_member_begin_order on mentorship_member (begin_order_id);
create index ix_mentorship_member_end_order on mentorship_member (end_order_id);
-- One programme for each pair or group (E17), written anew as often as the director returns it.
create table personal_programme (
  id            uuid        constraint pk_personal_programme primary key,
  mentorship_id uuid        not null constraint fk_personal_programme_mentorship references mentorship
                            constraint uq_personal_programme_mentorship unique,
  state         varchar(20) not null constraint ck_personal_programme_state check (state in ('DRAFTED', 'RETURNED', 'APPROVED'))
);
create table personal_programme_version (
  id                    uuid          constraint pk_personal_programme_version primary key,
  personal_programme_id uuid          not null constraint fk_personal_programme_version_programme references personal_programme,
  number                integer       not null,
  goal                  varchar(4000) not null,
  drafted_at            timestamptz   not null,
  constraint uq_personal_programme_version unique (personal_programme_id, number)
);
create table personal_programme_item (
  version_id uuid          not null constraint fk_personal_programme_item_version references personal_programme_version,
  position   integer       not null,
  what       varchar(4000) not null,
  constraint pk_personal_programme_item primary key (version_id, position)
);
-- What a director has decided on stays as it was, until a person is erased and the text with them.
create function personal_programme_stays() returns trigger language plpgsql as $$
begin
  raise exception 'A version of a personal programme is never changed: another text is another version';
end
$$;
create trigger tr_personal_programme_version_stays before update on personal_programme_version
  for each row when (new.goal is distinct from 'Данные удалены') execute function personal_programme_stays();
create trigger tr_personal_programme_item_stays before update on personal_programme_item
  for each row when (new.what is distinct from 'Данные удалены') execute function personal_programme_stays();
create table meeting (
  id            uuid        constraint pk_meeting primary key,
  mentorship_id uuid        not null constraint fk_meeting_mentorship references mentorship,
  held_on       date        not null,
  kind          varchar(20) not null constraint ck_meeting_kind check (kind in ('FIRST', 'TRIAL', 'PLANNING', 'REGULAR', 'FINAL_PAIR')),
  decision_id   uuid        not null constraint fk_meeting_decision references decision_record,
  constraint uq_meeting unique (mentorship_id, held_on)
);
-- Who met: the members, not only the pair.
create table meeting_attendee (
  meeting_id uuid not null constraint fk_meeting_attendee_meeting references meeting,
  member_id  uuid not null constraint fk_meeting_attendee_member references mentorship_member,
  constraint pk_meeting_attendee primary key (meeting_id, member_id)
);
create index ix_meeting_attendee_member on meeting_attendee (member_id);
create table silent_month (
  id            uuid          constraint pk_silent_month primary key,
  mentorship_id uuid          not null constraint fk_silent_month_mentorship references mentorship,
  marked_on     date          not null,
  reason        varchar(4000),
  conclusion    varchar(4000)
);
create index ix_silent_month_mentorship on silent_month (mentorship_id);
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
create index ix_replacement_mentorship on replacement (mentorship_id);
create index ix_replacement_new_mentor on replacement (new_mentor_id, state);
create index ix_replacement_organisation on replacement (organisation_id, state);
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
