-- Indexes for foreign keys: whatever is deleted or looked for from the other side finds its rows.
create index ix_organisation_parent on organisation (parent_id);
create index ix_stored_file_organisation on stored_file (organisation_id);
create index ix_stored_file_uploaded_by on stored_file (uploaded_by);
create index ix_decision_record_organisation on decision_record (organisation_id);
create index ix_decision_record_decided_by on decision_record (decided_by);
create index ix_decision_record_recorded_by on decision_record (recorded_by);
create index ix_evidence_file on evidence (file_id);
create index ix_evidence_recorded_by on evidence (recorded_by);
create index ix_reached_outcome_file on reached_outcome (file_id);
create index ix_reached_outcome_act on reached_outcome (act_id);
create index ix_reached_outcome_recorded_by on reached_outcome (recorded_by);
create index ix_stage_waiver_requested_by on stage_waiver (requested_by);
create index ix_participant_organisation on participant (organisation_id);
create index ix_participant_topic_topic on participant_topic (topic_code);
create index ix_consent_collection_organisation on consent_collection (organisation_id);
create index ix_consent_kind on consent (kind);
create index ix_consent_text on consent (text_id);
create index ix_consent_event_text on consent_event (text_id);
create index ix_consent_event_collection on consent_event (collection_id);
create index ix_consent_event_decision on consent_event (decision_id);
create index ix_act_kind_journal on act_kind (journal);
create index ix_act_demand_kind on act_demand (kind);
create index ix_local_act_kind on local_act (kind);
create index ix_local_act_journal on local_act (journal);
create index ix_act_version_author on act_version (author);
create index ix_acknowledgement_decision on acknowledgement (decision_id);
create index ix_pair_list_organisation on pair_list (organisation_id);
create index ix_meeting_decision on meeting (decision_id);
create index ix_replacement_requested_by on replacement (requested_by);
create index ix_replacement_old_mentor on replacement (old_mentor_id);
create index ix_replacement_order on replacement (order_id);
create index ix_unmatched_support_organisation on unmatched_support (organisation_id);
create index ix_unmatched_support_participant on unmatched_support (participant_id);
create index ix_given_up_step_organisation on given_up_step (organisation_id);

-- A membership lies inside the person's time at the school, does not begin before its order and, of those whom the order of
-- the pair names, begins inside the period of the pair. It is looked at when it begins to hold or its days change, as the row
-- is when the transaction ends. Who leaves the school meanwhile keeps it until somebody ends it: then with their last day. A
-- pair that is late with its final meeting works on after its period, with another mentor if need be.
create function membership_inside_its_bounds() returns trigger language plpgsql as $$
declare
  found record;
begin
  select x.member_from, x.member_to, p.entered_on, p.dismissed_on, m.period_from, m.period_to, a.act_date,
    x.begin_order_id is not distinct from m.order_id as by_own_order into found
  from mentorship_member x
  join person p on p.id = x.person_id
  join mentorship m on m.id = x.mentorship_id
  left join local_act a on a.id = x.begin_order_id
  where x.id = new.id and x.holds;
  if found.member_from < found.entered_on or found.dismissed_on <= coalesce(found.member_to, found.member_from) then
    raise exception 'Membership % lies outside the time of its person at the school', new.id
      using errcode = 'check_violation', constraint = 'tr_mentorship_member_bounds', table = 'mentorship_member';
  end if;
  if found.member_from < found.period_from or found.member_from < found.act_date
      or found.by_own_order and found.member_from > found.period_to then
    raise exception 'Membership % begins outside the period of its order', new.id
      using errcode = 'check_violation', constraint = 'tr_mentorship_member_bounds', table = 'mentorship_member';
  end if;
  return null;
end $$;
create constraint trigger tr_mentorship_member_bounds
  after insert or update of holds, person_id, member_from, member_to, begin_order_id on mentorship_member
  deferrable initially deferred for each row when (new.holds) execute function membership_inside_its_bounds();
