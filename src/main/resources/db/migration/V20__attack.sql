-- A task that the curator has taken away from whoever had it.
create table taken_task (
  id              uuid          constraint pk_taken_task primary key,
  organisation_id uuid          not null constraint fk_taken_task_organisation references organisation,
  task_id         varchar(64)   not null,
  task_name       varchar(255)  not null,
  holder_id       uuid          not null constraint fk_taken_task_holder references account,
  taken_by        uuid          not null constraint fk_taken_task_account references account,
  reason          varchar(4000) not null,
  taken_at        timestamptz   not null
);
create index ix_taken_task_organisation on taken_task (organisation_id, taken_at);
create index ix_taken_task_holder on taken_task (holder_id);
create index ix_taken_task_taken_by on taken_task (taken_by);

-- Files are read a piece at a time: a piece of a value that is not compressed is found without reading all of it.
alter table stored_file alter column content set storage external;

-- Who has logged in from where: a digest of login and address.
create table login_place (
  whose   varchar(64) constraint pk_login_place primary key,
  last_at timestamptz not null
);
create index ix_login_place_last_at on login_place (last_at);

-- Numbers are compared without signs that nobody sees and without «N» before them, too. Where two acts would have one
-- number now, both stay as they are.
do $$
declare act record;
begin
  for act in
    select id, number from local_act
    where number ~ '[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2064\uFEFF]' or number ~ '^\s*[Nn][oOоО]?\.?[\s\d№]'
  loop
    begin
      update local_act set number_key = translate(upper(regexp_replace(regexp_replace(regexp_replace(act.number,
        '[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2064\uFEFF]', '', 'g'),
        '^([\s№]|[Nn][oOоО]?\.?(?=[\s№\d]))+', ''), '[\s№\u00A0]', '', 'g')),
        'ABCEHKMOPTXY‐‑‒–—―−', 'АВСЕНКМОРТХУ-------')
      where id = act.id;
    exception when unique_violation then
      null;
    end;
  end loop;
end $$;
