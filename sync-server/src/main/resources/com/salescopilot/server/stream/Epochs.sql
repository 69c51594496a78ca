-- name: alone
-- worker: two processes that start together begin one life, not two
select true as held from pg_advisory_xact_lock(6728911)

-- name: here
-- worker: what tells this database from a copy that went on without it
select c.system_identifier::text as system_identifier, k.timeline_id::bigint as timeline_id,
       d.oid::bigint as database_oid
from pg_control_system() c, pg_control_checkpoint() k, pg_database d
where d.datname = current_database()

-- name: newest
-- worker: ids are in the order of their time
select id, system_identifier, timeline_id, database_oid,
       reason = 'FIRST' or sends_released_at is not null as released
from epoch order by started_at desc, id desc limit 1

-- name: add
insert into epoch (
  id, started_at, reason, system_identifier, timeline_id, database_oid, restored_to)
values (:id, :at, :reason, :system, :timeline, :database, :restoredTo::timestamptz)

-- name: lost
-- before all others: it is over, and nothing else is known of it
insert into epoch (
  id, started_at, reason, system_identifier, timeline_id, database_oid, sends_released_at)
values (:id, '-infinity', :reason, '', 0, 0, now())
on conflict (id) do nothing

-- name: life
-- worker: a client is told of it
select id, restored_to from epoch where id = :id

-- name: newestCommit
-- worker: a step a stream, by primary keys
select max(c.at) as at
from stream s
join stream_commit c on c.workspace_id = s.workspace_id and c.owner = s.owner and c.rev = s.head

-- name: ofWorkspace
-- worker: by primary key
select epoch from stream where workspace_id = :ws and owner = :ws

-- name: enter
update stream set epoch = :epoch, sends_held = :hold where workspace_id = :ws and owner = :ws

-- name: free
update stream set sends_held = false where workspace_id = :ws and owner = :ws and sends_held

-- name: mayLeave
-- worker: a mail that may still leave has a job
select workspace_id, email_id from send_job order by workspace_id, email_id

-- name: workspaces
-- worker: every workspace has its stream
select workspace_id from stream where owner = workspace_id order by workspace_id

-- name: held
-- carried by email_held
select id, to_email, subject from email
where workspace_id = :ws and hold = 'RESTORED' and status in ('PENDING_SEND', 'SENDING')
order by id

-- name: released
-- worker: the operator has said so
update epoch set sends_released_at = :at where sends_released_at is null
