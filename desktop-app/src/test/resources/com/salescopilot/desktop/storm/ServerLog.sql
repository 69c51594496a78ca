-- name: logged
select id from mutation_log where workspace_id = cast(:workspace as uuid)
