-- Two people change the same thing at the same moment: the second is told instead of undoing what the first did.
alter table programme add column version bigint not null default 0;
alter table participant add column version bigint not null default 0;
alter table local_act add column version bigint not null default 0;
