-- A person is told of one thing once at a time: told again, the later notice takes the place of the earlier.
update notice earlier set read_at = now()
where read_at is null and exists (
  select 1 from notice later
  where later.account_id = earlier.account_id and later.kind = earlier.kind and later.subject_id = earlier.subject_id
    and later.read_at is null and (later.created_at, later.id) > (earlier.created_at, earlier.id));
create unique index uq_notice_open on notice (account_id, kind, subject_id) where read_at is null;

-- Whether the list is with those who decide on it and order it; null while the curator forms it. A list all of whose
-- pairs are gone has left the curator, as far as anybody can tell.
alter table pair_list add column submitted_at timestamptz;
update pair_list set submitted_at = opened_at
where closed_at is null
  and exists (select 1 from mentorship m where m.pair_list_id = pair_list.id)
  and not exists (select 1 from mentorship m
                  where m.pair_list_id = pair_list.id and m.state in ('PROPOSED', 'RETURNED'));

-- Whoever was told of a step that the program gave up needs no notice of it once its job is tried anew or gone.
alter table given_up_step add column job_id varchar(64), add column repaired_at timestamptz;
create index ix_given_up_step_job on given_up_step (job_id) where repaired_at is null;
