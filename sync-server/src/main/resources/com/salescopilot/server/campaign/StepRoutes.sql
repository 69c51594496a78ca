-- name: page
-- carried by campaign_step_place
select r.id, r.rev, to_jsonb(r) as doc from campaign_step r
where workspace_id = :ws and campaign_id = :campaign
order by position, variant limit :limit offset :offset

-- name: count
-- carried by campaign_step_place
select count(*) as n from campaign_step where workspace_id = :ws and campaign_id = :campaign
