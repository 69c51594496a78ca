-- name: written
-- worker: what is on disk; another cluster or timeline counts anew
select c.system_identifier || ':' || k.timeline_id as history,
       (pg_current_wal_flush_lsn() - '0/0'::pg_lsn)::bigint as bytes
from pg_control_system() c, pg_control_checkpoint() k
