-- name: restore
-- as a restore leaves it: the newest life known to this database is that of another PostgreSQL
update epoch set system_identifier = 'another'

-- name: epochs
select reason from epoch order by started_at, id

-- name: frozen
select count(*) as n from epoch where sends_released_at is null
