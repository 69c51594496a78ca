-- name: streams
-- worker: every stream there is
select workspace_id, owner from stream order by workspace_id, owner

-- name: forgetCodes
-- worker: carried by one_time_code_expiry
delete from one_time_code c
using (select hash from one_time_code where expires_at < :before limit :most) old
where c.hash = old.hash

-- name: forgetSessions
-- worker: carried by session_expiry and session_ended; what is left of their tokens goes with them
delete from session s
using (
  select id from session
  where expires_at < :before or revoked_at < :before
  limit :most) old
where s.id = old.id

-- name: forgetActs
-- worker: carried by audit_log_at
delete from audit_log l
using (select id from audit_log where at < :before limit :most) old
where l.id = old.id

-- name: raiseFloor
-- carried by tombstone_rev and stream_commit's primary key
update stream s set floor = old.rev
from (
  select greatest(
    (select max(rev) from tombstone
     where workspace_id = :ws and owner = :owner and at < :before),
    (select max(rev) from stream_commit
     where workspace_id = :ws and owner = :owner and at < :before)) as rev) old
where s.workspace_id = :ws and s.owner = :owner and s.floor < old.rev

-- name: forgetRemovals
-- carried by tombstone_rev; nothing above the floor, whatever its time says
delete from tombstone t
using (
  select g.entity, g.id from tombstone g
  join stream s on s.workspace_id = g.workspace_id and s.owner = g.owner
  where g.workspace_id = :ws and g.owner = :owner and g.rev <= s.floor and g.at < :before
  order by g.rev limit :most) old
where t.workspace_id = :ws and t.entity = old.entity and t.id = old.id

-- name: forgetCommits
-- carried by stream_commit's primary key; the one at the floor still vouches for it
delete from stream_commit c
using (
  select w.rev from stream_commit w
  join stream s on s.workspace_id = w.workspace_id and s.owner = w.owner
  where w.workspace_id = :ws and w.owner = :owner and w.rev < s.floor and w.at < :before
  order by w.rev limit :most) old
where c.workspace_id = :ws and c.owner = :owner and c.rev = old.rev

-- name: emptyTrash
-- carried by tombstone_rev
update tombstone t set doc = null
from (
  select entity, id from tombstone
  where workspace_id = :ws and owner = :owner and doc is not null and at < :before
  limit :most) old
where t.workspace_id = :ws and t.entity = old.entity and t.id = old.id

-- name: forgetMutations
-- carried by mutation_log_age and the primary key
delete from mutation_log l
using (
  select id from mutation_log
  where workspace_id = :ws and received_at < :before
  limit :most) old
where l.workspace_id = :ws and l.id = old.id

-- name: forgetRequests
-- carried by request_key_age and the primary key
delete from request_key k
using (select id from request_key where workspace_id = :ws and at < :before limit :most) old
where k.workspace_id = :ws and k.id = old.id

-- name: forgetErrorFiles
-- carried by the primary key: a person has few
delete from import_errors e
using (
  select import_id from import_errors
  where workspace_id = :ws and owner = :owner and created_at < :before
  limit :most) old
where e.workspace_id = :ws and e.owner = :owner and e.import_id = old.import_id

-- name: forgetAnswers
-- carried by ai_answer_age and the primary key
delete from ai_answer a
using (
  select user_id, kind, request_id from ai_answer
  where workspace_id = :ws and at < :before
  limit :most) old
where a.workspace_id = :ws and a.user_id = old.user_id and a.kind = old.kind
  and a.request_id = old.request_id
