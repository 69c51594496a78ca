-- name: device
-- carried by device's primary key
select user_id, last_seq, last_id, last_edit from device
where workspace_id = :ws and id = :device for no key update

-- name: addDevice
insert into device (workspace_id, id, user_id, last_seq, seen_at)
values (:ws, :device, :user, 0, :at)

-- name: moveChain
update device set last_seq = :seq, last_id = :id, last_edit = :edit, seen_at = :at
where workspace_id = :ws and id = :device
