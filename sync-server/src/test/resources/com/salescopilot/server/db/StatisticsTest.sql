-- name: add
insert into prospect_alias (workspace_id, id, rev, to_id)
select :ws, gen_random_uuid(), 1, gen_random_uuid() from generate_series(1, :many::int)

-- name: tell
-- what a session has changed is known to others a second later, or at once when it is asked for
do $$ begin perform pg_stat_force_next_flush(); end $$

-- name: rows
select reltuples::bigint as rows from pg_class where oid = 'prospect_alias'::regclass
