-- The least that PostgreSQL does for a durable change: one narrow row, one commit.

-- name: role
-- the tables' owner, who sees every row
set role sc_owner

-- name: make
create table bench_reference (id bigint generated always as identity primary key, word text not null)

-- name: one
insert into bench_reference (word) values (:word)

-- name: many
insert into bench_reference (word) select 'word ' || n from generate_series(1, :many::int) n

-- name: head
select max(head) as n from stream where workspace_id = owner

-- name: sent
select count(*) as n from email where status = 'SENT'

-- name: emails
select count(*) as n from email

-- name: opens
select count(*) as n from email_open_event

-- name: prospects
select count(*) as n from prospect
