-- name: find
-- one row at most, by its constant key
select kid, sealed from key_check

-- name: insert
-- two processes of a first start: the second fails on the primary key, starts again, and verifies
insert into key_check (id, kid, sealed, created_at) values (true, :kid, :sealed, :now)
