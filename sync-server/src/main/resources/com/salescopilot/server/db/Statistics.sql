-- name: grown
-- a table of a few pages is read as a whole in any case; PostgreSQL itself writes the statements,
-- for a table's name cannot be a parameter
select format('analyze %I.%I', schemaname, relname) as command
from pg_stat_user_tables
where schemaname = 'public'
  and n_mod_since_analyze >= 200 and n_mod_since_analyze >= n_live_tup / 2

-- name: owner
-- whose tables they are; the lock is the one that a vacuum may hold for long
set role sc_owner; set lock_timeout = '1s'
