-- name: cursor
select rev, tag from sync_cursor
where stream = :stream and rev is not null and tag is not null

-- name: keepCursor
insert into sync_cursor (stream, rev, tag) values (:stream, :rev, :tag)
on conflict (stream) do update set rev = excluded.rev, tag = excluded.tag

-- name: forgetCursor
update sync_cursor set rev = null, tag = null where stream = :stream

-- name: epoch
select epoch from sync_device where epoch is not null

-- name: keepEpoch
update sync_device set epoch = :epoch

-- name: beginFull
insert into sync_cursor (stream, reading) values (:stream, :reading)
on conflict (stream) do update set reading = excluded.reading

-- name: filled
select 1 from {table} limit 1

-- name: hasImages
select 1 from sync_image limit 1

-- name: dropWords
-- an index over rows that come by the thousand is made faster afterwards
drop index if exists {table}_by_words

-- name: makeWords
create index if not exists {table}_by_words on {table} (words, beginnings)

-- name: dropEmails
drop index if exists prospect_by_email

-- name: makeEmails
create index if not exists prospect_by_email on prospect (doc ->> '$.email')

-- name: endFull
update sync_cursor set reading = 0 where stream = :stream

-- name: isFull
select 1 from sync_cursor where stream = :stream and reading > 0

-- name: isFirst
select 1 from sync_cursor where stream = :stream and reading = 2

-- name: seen
insert into sync_seen (entity, id) values (:entity, :id) on conflict do nothing

-- name: forgetSeen
delete from sync_seen where entity = :entity

-- name: unseen
select id from (
  select id from {table}
  union
  select id from sync_image where entity = :entity)
where id not in (select id from sync_seen where entity = :entity)

-- name: device
select id, next_seq, acked_seq, acked_id from sync_device

-- name: keepDevice
update sync_device set id = :id, next_seq = :next, acked_seq = :seq, acked_id = :acked

-- name: introduce
insert into sync_device (id, next_seq, acked_seq, acked_id, clean)
select :id, 1, 0, :nobody, 1 where not exists (select 1 from sync_device)

-- name: isClean
select clean from sync_device

-- name: markClean
update sync_device set clean = :clean
