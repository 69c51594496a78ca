-- name: graves
-- carried by tombstone's primary key, one by one as in RowTables.sql
select t.id, t.rev, t.doc from unnest(:ids::uuid[]) as k (id)
cross join lateral (
  select id, rev, doc from tombstone
  where workspace_id = :ws and entity = :entity and id = k.id limit 1) t

-- name: bury
insert into tombstone (workspace_id, owner, entity, id, rev, doc, by_user, at)
select :ws, :owner, r.entity, r.id, r.rev, r.doc, :by::uuid, :at
from jsonb_to_recordset(:graves::jsonb) as r (entity text, id uuid, rev bigint, doc jsonb)
on conflict (workspace_id, entity, id) do update set
  rev = excluded.rev, doc = excluded.doc, by_user = excluded.by_user, at = excluded.at

-- name: unbury
delete from tombstone where workspace_id = :ws and entity = :entity and id = any(:ids::uuid[])

-- name: lastFieldWrite
-- carried by mutation_log_entity and mutation_log_also; asked on a clash only
select id, user_id, device_id, edited_at from mutation_log
where workspace_id = :ws and (entity_id = :id or also @> array[:id::uuid])
  and outcome in ('APPLIED', 'MERGED')
  and case entity_id when :id then :field else :elsewhere end = any(fields)
order by received_at desc, rev desc nulls last, seq desc nulls last limit 1

-- name: lastWrite
-- carried by mutation_log_entity and mutation_log_also; asked on a clash only
select id, user_id, device_id, edited_at from mutation_log
where workspace_id = :ws and (entity_id = :id or also @> array[:id::uuid])
  and outcome in ('APPLIED', 'MERGED')
order by received_at desc, rev desc nulls last, seq desc nulls last limit 1

-- name: prospectsByKey
-- carried by prospect_email, one by one as in RowTables.sql
select p.id, p.email_key from unnest(:keys::text[]) as k (email_key)
cross join lateral (
  select id, email_key from prospect
  where workspace_id = :ws and email_key = k.email_key limit 1) p

-- name: suppressed
-- carried by suppression_address, one by one as in RowTables.sql
select s.id, s.address_key from unnest(:keys::text[]) as k (address_key)
cross join lateral (
  select id, address_key from suppression
  where workspace_id = :ws and address_key = k.address_key limit 1) s

-- name: stepAt
-- carried by campaign_step_place
select id from campaign_step
where workspace_id = :ws and campaign_id = :campaign and position = :position
  and variant = :variant
limit 1

-- name: logged
-- carried by mutation_log's primary key, one by one as in RowTables.sql
select m.id, m.body_hash from unnest(:ids::uuid[]) as k (id)
cross join lateral (
  select id, body_hash from mutation_log where workspace_id = :ws and id = k.id limit 1) m

-- name: log
insert into mutation_log (
  workspace_id, id, body_hash, device_id, seq, user_id, op, entity, entity_id, also, fields, body,
  outcome, code, rev, edited_at, received_at)
select
  :ws, r.id, r.body_hash, r.device_id, r.seq, r.user_id, r.op, r.entity, r.entity_id, r.also,
  r.fields, r.body, r.outcome, r.code, r.rev, r.edited_at, r.received_at
from jsonb_to_recordset(:entries::jsonb) as r (
  id uuid, body_hash text, device_id uuid, seq bigint, user_id uuid, op text, entity text,
  entity_id uuid, also uuid[], fields text[], body jsonb, outcome text, code text, rev bigint,
  edited_at timestamptz, received_at timestamptz)

-- name: event
insert into event (event_id, type, workspace_id, key, occurred_at, payload)
select r.event_id, r.type, :ws, r.key, r.occurred_at, r.payload
from jsonb_to_recordset(:events::jsonb) as r (
  event_id uuid, type text, key text, occurred_at timestamptz, payload jsonb)

-- name: lockStreams
-- carried by the primary keys; the workspace's first, so that no two wait for each other
select s.owner, s.head, s.floor, s.epoch, s.sends_held,
       (select c.nonce from stream_commit c
        where c.workspace_id = s.workspace_id and c.owner = s.owner and c.rev >= k.rev
        order by c.rev limit 1) as nonce
from stream s
join unnest(:owners::uuid[], :revs::bigint[]) as k (owner, rev) on k.owner = s.owner
where s.workspace_id = :ws
order by s.owner <> s.workspace_id for no key update of s

-- name: isOver
-- carried by epoch's primary key; asked only of a client that knows another life
select true as known from epoch where id = :id

-- name: moveHeads
update stream s set head = m.head
from unnest(:owners::uuid[], :heads::bigint[]) as m (owner, head)
where s.workspace_id = :ws and s.owner = m.owner

-- name: witness
insert into stream_commit (workspace_id, owner, rev, nonce, at)
select :ws, m.owner, m.head, :nonce, :at
from unnest(:owners::uuid[], :heads::bigint[]) as m (owner, head)

-- name: wasErased
-- carried by tombstone's primary key; asked only of a change that came too late
select true as erased from tombstone
where workspace_id = :ws and entity = :entity and id = :id and erased

-- name: keepOut
-- carried by the primary keys; nobody has the row, so nobody need hear of it
insert into tombstone (workspace_id, owner, entity, id, rev, at, erased)
select :ws, s.owner, :entity, :id, s.head, :at, true
from stream s where s.workspace_id = :ws and s.owner = :owner
on conflict (workspace_id, entity, id) do update set doc = null, erased = true
