-- name: relay
insert into mailbox (workspace_id, id, rev, address, created_at, updated_at)
values (:ws, :id, 0, 'sales@relay.example', now(), now())

-- name: mails
select id, step_position, status from email where workspace_id = :ws order by id

-- name: sender
select first_name, last_name, email from users where id = :user
