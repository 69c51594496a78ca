-- name: everyType
select :id::uuid as id, :text::text as text, :whole::bigint as whole, :real::double precision as real,
       :flag::boolean as flag, :at::timestamptz as at, :day::date as day, :json::jsonb as json,
       :ids::uuid[] as ids, :texts::text[] as texts, :bytes::bytea as bytes, :nothing::text as nothing,
       null::uuid[] as no_ids

-- name: numbers
select n from generate_series(1, :many::int) n

-- name: rename
update workspace set name = :name where id = :ws

-- name: name
select name from workspace where id = :ws

-- name: addUser
insert into users (id, email, created_at, updated_at) values (:user, :email, now(), now())
