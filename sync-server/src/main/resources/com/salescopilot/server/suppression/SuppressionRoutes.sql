-- name: page
-- carried by suppression_address
select r.id, r.rev, to_jsonb(r) as doc from suppression r
where workspace_id = :ws and (:key::text is null or address_key in (:key, erased_address(:key)))
order by address_key limit :limit offset :offset

-- name: count
-- carried by suppression_address
select count(*) as n from suppression
where workspace_id = :ws and (:key::text is null or address_key in (:key, erased_address(:key)))
