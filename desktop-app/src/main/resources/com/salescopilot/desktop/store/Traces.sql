-- name: about
-- reads the table where no index is on it; somebody is erased once
select id from {table} where doc ->> '$.prospectId' = :to

-- name: address
select doc ->> '$.email' from prospect where id = :id
union select doc ->> '$.email' from sync_image
where entity = 'prospect' and id = :id and doc ->> '$.email' is not null

-- name: mailsTo
-- reads all mails
select id from email where lower(doc ->> '$.toEmail') = lower(:to)

-- name: begun
select kind, key, body from local_draft

-- name: dropBegun
delete from local_draft where kind = :kind and key = :key

-- name: rewordBegun
update local_draft set body = :body where kind = :kind and key = :key

-- name: mark
insert into local_draft (kind, key, body) values ('store', 'clean', '') on conflict do nothing

-- name: isMarked
select 1 from local_draft where kind = 'store' and key = 'clean'

-- name: unmark
delete from local_draft where kind = 'store' and key = 'clean'

-- name: vacuum
vacuum

-- name: checkpoint
pragma wal_checkpoint(truncate)
