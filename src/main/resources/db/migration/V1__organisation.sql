-- Tables of Nastavnik, feature by feature. The engine owns ACT_*.

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
  -- A mark on the screen is no written consent unless the school has agreed on an electronic signature (E2): nothing
  -- counts on the screen until somebody names that agreement.
  consent_on_screen       boolean not null default false,
  consent_on_screen_basis varchar(300),
  constraint ck_organisation_policy_consent_on_screen check (not consent_on_screen or consent_on_screen_basis is not null)
);

-- A person of one organisation: staff, pupil, representative, external participant. Everything refers to this row, which
-- says nothing about who it is.
create table person (
  id              uuid         constraint pk_person primary key,
  organisation_id uuid         not null constraint fk_person_organisation references organisation,
  category        varchar(20)  not null constraint ck_person_category check (category in ('STAFF', 'PUPIL', 'REPRESENTATIVE', 'EXTERNAL')),
  entered_on      date         not null,
  dismissed_on    date,
  erased_on       date,
  represented_id  uuid         constraint fk_person_represented references person,
  -- Whoever is erased has left.
  constraint ck_person_erased check (erased_on is null or (dismissed_on is not null and dismissed_on <= erased_on))
);
create index ix_person_organisation on person (organisation_id);
create index ix_person_represented on person (represented_id);

-- Who a person is, as far as it is known now. The row is deleted when the person is erased.
create table person_data (
  person_id       uuid         constraint pk_person_data primary key constraint fk_person_data_person references person,
  valid_from      date         not null,
  last_name       varchar(100) not null,
  first_name      varchar(100) not null,
  middle_name     varchar(100),
  birth_date      date,
  position_title  varchar(200),
  email           varchar(200)
);

-- What a person was called before a change: what was signed then is shown under that name.
create table earlier_name (
  person_id       uuid         not null constraint fk_earlier_name_person references person,
  valid_from      date         not null,
  last_name       varchar(100) not null,
  first_name      varchar(100) not null,
  middle_name     varchar(100),
  position_title  varchar(200),
  constraint pk_earlier_name primary key (person_id, valid_from)
);

-- One login; it may belong to persons of several organisations. Without a login and a password nobody gets in: so it is
-- left when the last of its persons has been erased.
create table account (
  id                   uuid         constraint pk_account primary key,
  login                varchar(60)  constraint uq_account_login unique,
  password_hash        varchar(100),
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
