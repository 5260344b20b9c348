-- A stage may end by itself while the director is still asked to end it without its evidence.
alter table stage_waiver drop constraint ck_stage_waiver_state;
alter table stage_waiver add constraint ck_stage_waiver_state
  check (state in ('REQUESTED', 'APPROVED', 'REJECTED', 'CANCELLED'));
