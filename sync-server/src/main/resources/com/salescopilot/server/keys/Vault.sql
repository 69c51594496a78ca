-- name: find
-- carried by the primary key
select owner_id, kid, wrapped from data_key where owner_id = :owner

-- name: insert
-- of two processes one makes the key, and both read it
insert into data_key (owner_id, kid, wrapped, created_at) values (:owner, :kid, :wrapped, :now)
on conflict (owner_id) do nothing

-- name: older
-- reads the whole table, a row for each owner, when a master key is new
select owner_id, kid, wrapped from data_key where kid <> :kid and owner_id > :after
order by owner_id limit :n
for no key update skip locked

-- name: rewrap
-- carried by the primary key
update data_key set kid = :kid, wrapped = :wrapped where owner_id = :owner

-- name: shred
-- carried by the primary key
delete from data_key where owner_id = :owner
