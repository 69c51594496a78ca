-- name: ageRemovals
update tombstone set at = at - make_interval(days => :days::int)
where workspace_id = :ws and owner = :owner

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
