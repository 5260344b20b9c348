-- Sessions of all nodes, as Spring Session lays them out.
create table spring_session (
  primary_id            char(36)     constraint pk_spring_session primary key,
  session_id            char(36)     not null constraint uq_spring_session unique,
  creation_time         bigint       not null,
  last_access_time      bigint       not null,
  max_inactive_interval integer      not null,
  expiry_time           bigint       not null,
  principal_name        varchar(100)
);
create index ix_spring_session_expiry on spring_session (expiry_time);
create index ix_spring_session_principal on spring_session (principal_name);
create table spring_session_attributes (
  session_primary_id char(36)     not null
    constraint fk_spring_session_attributes_session references spring_session on delete cascade,
  attribute_name     varchar(200) not null,
  attribute_bytes    bytea        not null,
  constraint pk_spring_session_attributes primary key (session_primary_id, attribute_name)
);

-- Wrong passwords of the last minute. A digest stands for the login or the address: people type passwords into the wrong
-- field.
create table login_failure (
  id        bigint generated always as identity constraint pk_login_failure primary key,
  whose     varchar(64)  not null,
  failed_at timestamptz  not null
);
create index ix_login_failure_whose on login_failure (whose, failed_at);
create index ix_login_failure_failed_at on login_failure (failed_at);
