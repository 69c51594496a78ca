-- name: known
-- carried by the primary key
select outcome from mutation_log where workspace_id = :ws and id = :id
