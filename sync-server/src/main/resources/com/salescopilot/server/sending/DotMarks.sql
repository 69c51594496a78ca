-- name: mark
-- carried by send_job's primary key; locked in one order, and a job that is being taken back is lost to
-- whoever does so
with mine as (
  select j.email_id, j.workspace_id
  from unnest(:emails::uuid[], :workspaces::uuid[], :tokens::bigint[]) as q (email_id, workspace_id, token)
  join send_job j on j.email_id = q.email_id and j.workspace_id = q.workspace_id
    and j.claim_token = q.token
  where j.phase = 'CLAIMED' and j.claimed_at > now() - interval '3 minutes'
  order by j.email_id, j.workspace_id
  for update of j skip locked)
update send_job j set phase = 'DOT', dot_at = now()
from mine
where j.email_id = mine.email_id and j.workspace_id = mine.workspace_id
returning j.email_id, j.workspace_id
