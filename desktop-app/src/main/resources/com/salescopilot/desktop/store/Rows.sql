-- name: visible
select rev, doc from {table} where id = :id

-- name: show
-- keeps pk, which indexes and lists hold on to
insert into {table} (id, rev, words, beginnings, doc)
values (:id, :rev, :words, :beginnings, :doc)
on conflict (id) do update set rev = excluded.rev, words = excluded.words,
  beginnings = excluded.beginnings, doc = excluded.doc

-- name: hide
delete from {table} where id = :id

-- name: image
select rev, doc from sync_image where entity = :entity and id = :id

-- name: hasImages
select 1 from sync_image limit 1

-- name: keepImage
insert into sync_image (entity, id, rev, doc) values (:entity, :id, :rev, :doc)
on conflict (entity, id) do update set rev = excluded.rev, doc = excluded.doc

-- name: dropImage
delete from sync_image where entity = :entity and id = :id

-- name: page
-- ids are UUIDv7, so this is the order in which rows were made
select id, rev, doc from {table}
where beginnings & :beginnings = :beginnings and instr(words, :first) > 0
  and (:more = '[]' or not exists (select 1 from json_each(:more) where instr(words, value) = 0))
order by id limit :limit offset :offset

-- name: total
select count(*) from {table}
where beginnings & :beginnings = :beginnings and instr(words, :first) > 0
  and (:more = '[]' or not exists (select 1 from json_each(:more) where instr(words, value) = 0))

-- name: sentSince
-- reads every mail; asked once in the life of a server. Times of one second may be out of order
select id, rev, doc from email where doc ->> '$.sentAt' >= :since

-- name: customKeys
select distinct own.key from prospect, json_each(prospect.doc, '$.customFields') as own order by 1
