-- name: missing
-- carried by company_data_domain, for both
select r.id, r.rev, to_jsonb(r) as doc from company_data r
where workspace_id = '00000000-0000-0000-0000-000000000000' and domain = any(:domains::text[])
  and not exists (
    select 1 from company_data own where own.workspace_id = :ws and own.domain = r.domain)
