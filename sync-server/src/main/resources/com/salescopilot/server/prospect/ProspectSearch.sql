-- The ids of prospects begin with their time, so the primary key gives the newest first.

-- name: byAll
-- carried by the primary key
select r.id, r.rev, to_jsonb(r) as doc from prospect r
where workspace_id = :ws
order by id desc limit :limit offset :offset

-- name: countAll
-- carried by the primary key
select count(*) as n from prospect where workspace_id = :ws

-- name: byWords
-- carried by prospect_search for the longest word; the others are few rows' work
select r.id, r.rev, to_jsonb(r) as doc from prospect r
where workspace_id = :ws and search_text like :longest
  and search_text like all(:words::text[])
order by id desc limit :limit offset :offset

-- name: countWords
-- carried by prospect_search
select count(*) as n from prospect
where workspace_id = :ws and search_text like :longest
  and search_text like all(:words::text[])

-- name: byEmail
-- carried by prospect_email
select r.id, r.rev, to_jsonb(r) as doc from prospect r
where workspace_id = :ws and email_key = :key
  and search_text like all(:words::text[])
order by id desc limit :limit offset :offset

-- name: countEmail
-- carried by prospect_email
select count(*) as n from prospect
where workspace_id = :ws and email_key = :key
  and search_text like all(:words::text[])
