-- name: weights
-- carried by the primary key
select coalesce(policy #> '{score,weights}', '{}') as weights from workspace where id = :ws
