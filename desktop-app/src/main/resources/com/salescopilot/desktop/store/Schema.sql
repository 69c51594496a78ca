-- name: version
pragma user_version

-- name: check
pragma quick_check(1)

-- name: 1 rows of each entity
-- doc: every field of the row as JSON, also those this version does not know; words: what it is found by
create table if not exists {table} (
  pk integer primary key,
  id blob not null unique,
  rev integer not null,
  words text not null,
  doc text not null
) strict

-- name: 1 lists by words
-- covers what a list searches and sorts by, so that no row is read for it
create index {table}_by_words on {table} (words)

-- name: 1 mails of a draft
create index email_by_draft on email (doc ->> '$.draftId')

-- name: 1 mails of a prospect
create index email_by_prospect on email (doc ->> '$.prospectId')

-- name: 1 mails of a campaign
create index email_by_campaign on email (doc ->> '$.campaignId')

-- name: 1 mails in doubt
-- holds only the few that are
create index email_in_doubt on email (id) where doc ->> '$.status' = 'UNCONFIRMED'

-- name: 1 enrolments of a campaign
create index enrolment_by_campaign on campaign_prospect (doc ->> '$.campaignId')

-- name: 1 enrolments of a prospect
create index enrolment_by_prospect on campaign_prospect (doc ->> '$.prospectId')

-- name: 1 prospects of an address
create index prospect_by_email on prospect (doc ->> '$.email')

-- name: 1 images
-- the server's version of rows that a pending mutation touches; doc is null where it has none
create table sync_image (
  entity text not null,
  id blob not null,
  rev integer not null,
  doc text,
  primary key (entity, id)
) strict, without rowid

-- name: 1 outbox
-- seq: its number in the chain; from then on it is sealed
create table sync_outbox (
  ord integer primary key autoincrement,
  id blob not null unique,
  body text not null,
  seq integer
) strict

-- name: 1 touched rows
create table sync_touch (
  entity text not null,
  id blob not null,
  ord integer not null,
  primary key (entity, id, ord)
) strict, without rowid

-- name: 1 touched rows of a mutation
create index sync_touch_by_mutation on sync_touch (ord)

-- name: 1 confirmed mutations
create table sync_acked (
  id blob primary key,
  body text not null,
  acked_at integer not null
) strict, without rowid

-- name: 1 cursors
-- reading: 1 while a reading from the beginning is under way, 2 if no row was there when it began
create table sync_cursor (
  stream text primary key,
  rev integer,
  reading integer not null default 0
) strict, without rowid

-- name: 1 rows seen by a full reading
create table sync_seen (
  entity text not null,
  id blob not null,
  primary key (entity, id)
) strict, without rowid

-- name: 1 this client
create table sync_device (
  id blob not null,
  next_seq integer not null,
  acked_seq integer not null,
  acked_id blob not null,
  clean integer not null
) strict

-- name: 1 done
pragma user_version = 1

-- name: 2 what is begun
-- body: what somebody is making and nobody else sees; it never leaves this machine
create table local_draft (
  kind text not null,
  key text not null,
  body text not null,
  primary key (kind, key)
) strict, without rowid

-- name: 2 done
pragma user_version = 2

-- name: 3 tags
-- what the server signed a cursor with; one without is not shown to it
alter table sync_cursor add column tag text

-- name: 3 the life of the server's database
alter table sync_device add column epoch blob

-- name: 3 confirmed mutations in their order
create table sync_confirmed (
  ord integer primary key autoincrement,
  id blob not null unique,
  body text not null,
  acked_at integer not null
) strict

-- name: 3 confirmed before
insert into sync_confirmed (id, body, acked_at)
select id, body, acked_at from sync_acked order by acked_at, id

-- name: 3 one table of them
drop table sync_acked

-- name: 3 by its name
alter table sync_confirmed rename to sync_acked

-- name: 3 done
pragma user_version = 3

-- name: 4 mails held
-- holds only the few that are
create index email_held on email (id) where doc ->> '$.hold' is not null

-- name: 4 prospects that were merged
create index alias_by_survivor on prospect_alias (doc ->> '$.toId')

-- name: 4 done
pragma user_version = 4

-- name: 5 rows of entities that are new
-- as those of version 1; where it made them already, nothing
create table if not exists {table} (
  pk integer primary key,
  id blob not null unique,
  rev integer not null,
  words text not null,
  doc text not null
) strict

-- name: 5 lists of entities that are new
create index if not exists {table}_by_words on {table} (words)

-- name: 5 steps of a campaign
create index step_by_campaign on campaign_step (doc ->> '$.campaignId')

-- name: 5 addresses that get nothing
create index suppression_by_address on suppression (doc ->> '$.address')

-- name: 5 done
pragma user_version = 5

-- name: 6 rows of entities that are new
-- as those of version 1; where it made them already, nothing
create table if not exists {table} (
  pk integer primary key,
  id blob not null unique,
  rev integer not null,
  words text not null,
  doc text not null
) strict

-- name: 6 their lists by words
create index if not exists {table}_by_words on {table} (words)

-- name: 6 portions of an import
create index import_portions on prospect_import (doc ->> '$.importId')

-- name: 6 companies by domain
create index company_by_domain on company_data (doc ->> '$.domain')

-- name: 6 tasks of a prospect
create index task_by_prospect on task (doc ->> '$.prospectId')

-- name: 6 open tasks by the time they are due
-- holds only those that are not done
create index task_open on task (doc ->> '$.dueAt') where doc ->> '$.doneAt' is null

-- name: 6 prospects of a canonical address
create index prospect_by_address on prospect (lower(doc ->> '$.email'))

-- name: 6 done
pragma user_version = 6

-- name: 7 mails of templates
-- holds only mails that were made from one
create index email_by_template on email (doc ->> '$.templateId') where doc ->> '$.templateId' is not null

-- name: 7 done
pragma user_version = 7

-- name: 8 how words begin
-- bits that say which beginnings a row's words may have; -1, all of them, for rows of before
alter table {table} add column beginnings integer not null default -1

-- name: 8 lists by words alone
drop index if exists {table}_by_words

-- name: 8 lists by words and how they begin
create index {table}_by_words on {table} (words, beginnings)

-- name: 8 done
pragma user_version = 8

-- name: 9 mails by when something was done with them last
create index email_by_moved on email (coalesce(doc ->> '$.signals[0].at',
  max(doc ->> '$.openedAt', doc ->> '$.repliedAt'), doc ->> '$.openedAt', doc ->> '$.repliedAt'))

-- name: 9 done
pragma user_version = 9

-- name: 10 words that end with a sigma
-- the same letter wherever it stands, as a word that is being typed ends anywhere
update {table} set words = replace(words, 'ς', 'σ'), beginnings = -1 where instr(words, 'ς') > 0

-- name: 10 done
pragma user_version = 10
