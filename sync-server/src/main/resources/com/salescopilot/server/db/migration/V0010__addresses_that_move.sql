-- An address may pass from one prospect to another in one statement, whichever row is written first.
alter table prospect drop constraint prospect_email;
alter table prospect add constraint prospect_email unique (workspace_id, email_key)
  deferrable initially immediate;
