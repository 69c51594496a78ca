-- Open ones by the time they are due, those without one last; then the others.

-- name: listAll
-- carried by task_due for a person's, which are few
select r.id, r.rev, to_jsonb(r) as doc from task r
where workspace_id = :ws and owner = :owner
order by (done_at is not null), due_at nulls last, id
limit :limit offset :offset

-- name: countAll
-- carried by task_due
select count(*) as n from task where workspace_id = :ws and owner = :owner

-- name: listOpen
-- carried by task_due for a person's, which are few
select r.id, r.rev, to_jsonb(r) as doc from task r
where workspace_id = :ws and owner = :owner and done_at is null
order by (done_at is not null), due_at nulls last, id
limit :limit offset :offset

-- name: countOpen
-- carried by task_due
select count(*) as n from task where workspace_id = :ws and owner = :owner and done_at is null

-- name: listDone
-- carried by task_due for a person's, which are few
select r.id, r.rev, to_jsonb(r) as doc from task r
where workspace_id = :ws and owner = :owner and done_at is not null
order by (done_at is not null), due_at nulls last, id
limit :limit offset :offset

-- name: countDone
-- carried by task_due
select count(*) as n from task where workspace_id = :ws and owner = :owner and done_at is not null
