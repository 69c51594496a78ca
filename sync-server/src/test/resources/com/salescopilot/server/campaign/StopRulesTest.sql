-- name: policy
update workspace set policy = :policy::jsonb where id = :ws
