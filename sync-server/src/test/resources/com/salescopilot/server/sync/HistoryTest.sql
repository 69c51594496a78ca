-- name: head
select head from stream where workspace_id = :ws and owner = :ws

-- name: setBackStream
-- as a workspace looks whose database was put back to a copy
update stream set head = :rev where workspace_id = :ws and owner = :ws

-- name: setBackCommits
delete from stream_commit where workspace_id = :ws and owner = :ws and rev > :rev

-- name: setBackRows
delete from prospect where workspace_id = :ws and rev > :rev

-- name: setBackLog
delete from mutation_log where workspace_id = :ws and rev > :rev

-- name: setBackDevices
update device d
set last_seq = coalesce(l.seq, 0), last_id = l.id
from (select true) one
left join lateral (
  select seq, id from mutation_log
  where workspace_id = :ws and device_id = :device order by seq desc limit 1) l on true
where d.workspace_id = :ws and d.id = :device

-- name: reasons
select reason from epoch order by started_at, id

-- name: commits
select count(*) as n from stream_commit where workspace_id = :ws and owner = :ws

-- name: forgetLife
-- as if this life had never been heard of here
update epoch set id = :other where id = :id

-- name: stream
update stream set epoch = :epoch where workspace_id = :ws and owner = :ws
