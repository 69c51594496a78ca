-- name: find
select body from local_draft where kind = :kind and key = :key

-- name: keep
insert into local_draft (kind, key, body) values (:kind, :key, :body)
on conflict (kind, key) do update set body = excluded.body

-- name: keys
select key from local_draft where kind = :kind order by key

-- name: drop
delete from local_draft where kind = :kind and key = :key
