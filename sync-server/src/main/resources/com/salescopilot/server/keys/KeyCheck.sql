-- name: find
-- one row at most, by its constant key
select kid, sealed from key_check

-- name: insert
-- two processes of a first start: the second fails on the primary key, starts again, and verifies
insert into key_check (id, kid, sealed, created_at) values (true, :kid, :sealed, :now)

-- name: replace
-- the one row there is
update key_check set kid = :kid, sealed = :sealed where kid <> :kid

-- name: kids
-- reads the whole table, a row for each owner, once at the start
select distinct kid from data_key
