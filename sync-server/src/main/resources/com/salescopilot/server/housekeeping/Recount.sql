-- name: workspaces
-- carried by stream's primary key
select workspace_id from stream where owner = workspace_id order by 1

-- name: mend
-- reads all mails of a workspace, once a night. What is added is the difference as of one snapshot,
-- so what changes meanwhile adds its own
insert into stat as kept (
  workspace_id, scope, scope_id, bucket, sent, bounced, failed, unconfirmed, pending, tracked,
  opened, replied)
select :ws, x.scope, x.scope_id, x.bucket, sum(x.sent), sum(x.bounced), sum(x.failed),
  sum(x.unconfirmed), sum(x.pending), sum(x.tracked), sum(x.opened), sum(x.replied)
from (
  select f.*
  from email e
  cross join stat_of_mail(e.workspace_id, e.user_id, e.campaign_id, e.template_id, e.status,
    e.tracking, e.sent_at, e.opened_at, e.replied_at) f
  where e.workspace_id = :ws
  union all
  select scope, scope_id, bucket, -sent, -bounced, -failed, -unconfirmed, -pending, -tracked,
    -opened, -replied
  from stat where workspace_id = :ws) x
group by 2, 3, 4
having array[sum(x.sent), sum(x.bounced), sum(x.failed), sum(x.unconfirmed), sum(x.pending),
  sum(x.tracked), sum(x.opened), sum(x.replied)] <> '{0,0,0,0,0,0,0,0}'
order by 2, 3, 4
on conflict (workspace_id, scope, scope_id, bucket) do update set
  sent = kept.sent + excluded.sent,
  bounced = kept.bounced + excluded.bounced,
  failed = kept.failed + excluded.failed,
  unconfirmed = kept.unconfirmed + excluded.unconfirmed,
  pending = kept.pending + excluded.pending,
  tracked = kept.tracked + excluded.tracked,
  opened = kept.opened + excluded.opened,
  replied = kept.replied + excluded.replied
