-- name: broken
selec 1

-- name: cast
select :id::uuid

-- name: rows
select n from generate_series(1, 500) n

-- name: rename
update workspace set name = 'x' where id = :ws
