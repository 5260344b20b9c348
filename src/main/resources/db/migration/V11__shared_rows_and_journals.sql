-- Who else answers for a row than the role that carries it out: roles of the school, and bodies in the words of the
-- roadmap. Roadmaps that have been approved stay as they are.
alter table measure add column shared_roles varchar(30)[] not null default '{}';
alter table measure add column shared_bodies varchar(200)[] not null default '{}';

-- A school has journals of its own beside the common ones, each with the number that its year begins with.
alter table act_kind alter column journal type varchar(40);
alter table local_act alter column journal type varchar(40);
alter table act_journal alter column code type varchar(40);
alter table act_journal alter column located type varchar(120);
alter table act_journal add column organisation_id uuid constraint fk_act_journal_organisation references organisation;
alter table act_journal add column title varchar(100);
alter table act_journal add column first_number varchar(40) not null default '1';
update act_journal set title = case code when 'ORDERS' then 'Журнал приказов' else 'Журнал локальных актов' end;
alter table act_journal alter column title set not null;
alter table act_journal alter column first_number drop default;
alter table act_journal add constraint uq_act_journal_title unique nulls not distinct (organisation_id, title);
