-- name: append
-- carried by email_id_alone
insert into event (event_id, type, workspace_id, key, occurred_at, payload)
select h.event_id, h.type, e.workspace_id, h.email_id::text, h.occurred_at, h.payload
from jsonb_to_recordset(:heard::jsonb) as h (
  event_id uuid, type text, email_id uuid, occurred_at timestamptz, payload jsonb)
join email e on e.id = h.email_id
returning event_id
