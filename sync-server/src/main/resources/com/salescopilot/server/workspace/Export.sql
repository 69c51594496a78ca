-- name: workspace
-- carried by the primary key, as all that follow
select to_jsonb(t)::text as line from workspace t where t.id = :ws

-- name: workspace_member
select jsonb_build_object('user_id', m.user_id, 'email', u.email, 'first_name', u.first_name,
         'last_name', u.last_name, 'role', m.role, 'created_at', m.created_at)::text as line
from workspace_member m join users u on u.id = m.user_id
where m.workspace_id = :ws order by m.user_id

-- name: prospect
select (to_jsonb(t) - 'search_text' - 'email_key')::text as line
from prospect t where t.workspace_id = :ws order by t.id

-- name: prospect_alias
select to_jsonb(t)::text as line from prospect_alias t where t.workspace_id = :ws order by t.id

-- name: company_data
select to_jsonb(t)::text as line from company_data t where t.workspace_id = :ws order by t.id

-- name: template
select to_jsonb(t)::text as line from template t where t.workspace_id = :ws order by t.id

-- name: campaign
select to_jsonb(t)::text as line from campaign t where t.workspace_id = :ws order by t.id

-- name: campaign_prospect
select to_jsonb(t)::text as line from campaign_prospect t where t.workspace_id = :ws order by t.id

-- name: campaign_step
select to_jsonb(t)::text as line from campaign_step t where t.workspace_id = :ws order by t.id

-- name: suppression
select (to_jsonb(t) - 'address_key')::text as line
from suppression t where t.workspace_id = :ws order by t.id

-- name: email
select (to_jsonb(t) - 'moved_at')::text as line from email t where t.workspace_id = :ws order by t.id

-- name: email_open_event
-- who opened from where is not kept for anybody to read
select (to_jsonb(t) - 'source')::text as line
from email_open_event t where t.workspace_id = :ws order by t.id

-- name: email_reply_event
select to_jsonb(t)::text as line from email_reply_event t where t.workspace_id = :ws order by t.id

-- name: email_draft
-- the policy shows the caller's own
select to_jsonb(t)::text as line from email_draft t where t.workspace_id = :ws order by t.id

-- name: template_favorite
-- the policy shows the caller's own
select to_jsonb(t)::text as line from template_favorite t where t.workspace_id = :ws order by t.id

-- name: task
-- the policy shows the caller's own
select to_jsonb(t)::text as line from task t where t.workspace_id = :ws order by t.id

-- name: prospect_import
-- the policy shows the caller's own
select to_jsonb(t)::text as line from prospect_import t where t.workspace_id = :ws order by t.id

-- name: mailbox
-- without its secrets and what the machinery notes beside
select jsonb_build_object('id', t.id, 'user_id', t.user_id, 'address', t.address,
         'from_name', t.from_name, 'smtp_host', t.smtp_host, 'smtp_port', t.smtp_port,
         'smtp_user', t.smtp_user, 'smtp_tls', t.smtp_tls, 'imap_host', t.imap_host,
         'imap_port', t.imap_port, 'imap_user', t.imap_user, 'imap_tls', t.imap_tls,
         'daily_cap', t.daily_cap, 'created_at', t.created_at)::text as line
from mailbox t where t.workspace_id = :ws order by t.id

-- name: audit_log
select to_jsonb(t)::text as line from audit_log t where t.workspace_id = :ws order by t.id

-- name: ai_feedback
select to_jsonb(t)::text as line from ai_feedback t where t.workspace_id = :ws order by t.at, t.request_id
