-- name: copyKey
insert into data_key (owner_id, kid, wrapped, created_at)
select :to, kid, wrapped, created_at from data_key where owner_id = :from
