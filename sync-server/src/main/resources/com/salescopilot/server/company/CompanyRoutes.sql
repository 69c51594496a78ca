-- name: byDomain
-- carried by company_data_domain; the workspace's own before the operator's
select r.id, r.rev, to_jsonb(r) as doc from company_data r
where domain = :domain and workspace_id in (:ws, '00000000-0000-0000-0000-000000000000')
order by workspace_id desc limit 1
