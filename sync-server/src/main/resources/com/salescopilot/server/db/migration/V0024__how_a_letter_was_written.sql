-- what of a letter came from suggestions, and its score when it was sent
alter table email add column provenance jsonb;
