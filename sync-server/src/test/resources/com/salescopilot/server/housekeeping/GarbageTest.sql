-- name: ageRemovals
update tombstone set at = at - make_interval(days => :days::int)
where workspace_id = :ws and owner = :owner

-- name: ageCommits
-- nobody may change one
with old as (
  delete from stream_commit where workspace_id = :ws and owner = :owner
  returning workspace_id, owner, rev, nonce, at)
insert into stream_commit (workspace_id, owner, rev, nonce, at)
select workspace_id, owner, rev, nonce, at - make_interval(days => :days::int) from old

-- name: commits
select count(*) as n from stream_commit where workspace_id = :ws and owner = :owner

-- name: ageMutations
update mutation_log set received_at = received_at - make_interval(days => :days::int)
where workspace_id = :ws and op = :op

-- name: removals
select count(*) as n from tombstone where workspace_id = :ws and owner = :owner

-- name: trash
select count(*) as n from tombstone where workspace_id = :ws and owner = :owner and doc is not null

-- name: mutations
select count(*) as n from mutation_log where workspace_id = :ws and op = :op

-- name: floor
select floor as n from stream where workspace_id = :ws and owner = :owner

-- name: keepRequest
insert into request_key (workspace_id, id, fingerprint, at)
values (:ws, :id, 'x', now() - make_interval(days => :days::int))

-- name: requests
select count(*) as n from request_key where workspace_id = :ws

-- name: keepCode
insert into one_time_code (hash, id, kind, workspace_id, created_at, expires_at)
values (decode(replace(:id::text, '-', ''), 'hex'), :id::uuid, 'INVITE', :ws, now() - interval '99 days',
        now() - make_interval(days => :days::int))

-- name: codes
select count(*) as n from one_time_code where workspace_id = :ws

-- name: keepAct
insert into audit_log (workspace_id, at, action)
values (:ws, now() - make_interval(days => :days::int), 'INVITED')

-- name: acts
select count(*) as n from audit_log where workspace_id = :ws

-- name: keepSession
insert into session (id, user_id, workspace_id, created_at, used_at, expires_at, revoked_at, changed_at)
values (:id, :user, :ws, now() - interval '200 days', now() - interval '100 days',
        now() - make_interval(days => :expired::int),
        case when :revoked::int > 0 then now() - make_interval(days => :revoked::int) end,
        now() - interval '100 days')

-- name: keepToken
insert into refresh_token (hash, session_id, n, expires_at, child_used)
values (decode(replace(:id::text, '-', ''), 'hex'), :id::uuid, 0,
        now() - make_interval(days => :expired::int), true)

-- name: sessions
select count(*) as n from session where user_id = :user

-- name: openSessions
select count(*) as n from session
where user_id = :user and revoked_at is null and expires_at > now()

-- name: tokens
select count(*) as n from refresh_token t join session s on s.id = t.session_id where s.user_id = :user
