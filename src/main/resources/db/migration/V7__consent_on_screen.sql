-- A mark on the screen is no written consent unless the school has agreed on an electronic signature (E2): nothing counts
-- on the screen until somebody names that agreement.
alter table organisation_policy add column consent_on_screen_basis varchar(300);
alter table organisation_policy alter column consent_on_screen set default false;
update organisation_policy set consent_on_screen = false;
alter table organisation_policy add constraint ck_organisation_policy_consent_on_screen
  check (not consent_on_screen or consent_on_screen_basis is not null);
