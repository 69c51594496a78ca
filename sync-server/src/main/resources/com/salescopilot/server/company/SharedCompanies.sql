-- name: domains
-- carried by company_data_domain
select domain from company_data where workspace_id = '00000000-0000-0000-0000-000000000000'

-- name: save
-- carried by company_data_domain; what says the same stays as it is, so a start writes nothing
insert into company_data (
  workspace_id, id, rev, domain, name, industry, size, location, metadata, created_at, updated_at)
select
  '00000000-0000-0000-0000-000000000000', r.id, 0, r.domain, r.name, r.industry, r.size, r.location,
  r.metadata, :at, :at
from jsonb_to_recordset(:rows::jsonb) as r (
  id uuid, domain text, name text, industry text, size text, location text, metadata jsonb)
on conflict (workspace_id, domain) do update set
  name = excluded.name, industry = excluded.industry, size = excluded.size,
  location = excluded.location, metadata = excluded.metadata, updated_at = excluded.updated_at
where (company_data.name, company_data.industry, company_data.size, company_data.location,
       company_data.metadata #- '{source,importedAt}')
  is distinct from (excluded.name, excluded.industry, excluded.size, excluded.location,
       excluded.metadata #- '{source,importedAt}')
