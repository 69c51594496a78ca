-- name: logged
-- carried by the primary key
select body_hash from mutation_log where workspace_id = :ws and id = :id
