-- name: workspace
-- carried by email_id_alone
select workspace_id from email where id = :email

-- name: forget
-- carried by webhook_receipt_age
delete from webhook_receipt where received_at < now() - interval '7 days'

-- name: receive
insert into webhook_receipt (workspace_id, id) values (:ws, :id) on conflict do nothing
