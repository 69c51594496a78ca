-- which suggestions were taken into a letter that is still being written, on whatever machine
alter table email_draft add column provenance jsonb;
