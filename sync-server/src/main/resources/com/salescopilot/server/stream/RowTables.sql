-- One block an entity. Rows come out as JSON by column and go in as a set, so that a batch of any
-- size is one statement. Each is carried by the primary key or the (workspace_id, [owner,] rev) index.
-- Rows are found one by one: a plan for many at once reads a small workspace from end to end, and is
-- kept while the workspace grows.

-- name: prospect.find
select r.id, r.rev, to_jsonb(r) as doc from unnest(:ids::uuid[]) as k (id)
cross join lateral (
  select * from prospect where workspace_id = :ws and id = k.id limit 1) r

-- name: prospect.after
select r.* from prospect r
where workspace_id = :ws and rev > :after
order by rev, id limit :most

-- name: prospect.delete
delete from prospect where workspace_id = :ws and id = any(:ids::uuid[])

-- name: prospect.save
insert into prospect (
  workspace_id, id, rev, email, email_key, first_name, last_name, company, job_title,
  custom_fields, search_text, created_at, updated_at)
select
  :ws, r.id, r.rev, r.email, r.email_key, r.first_name, r.last_name, r.company, r.job_title,
  r.custom_fields, r.search_text, r.created_at, r.updated_at
from jsonb_to_recordset(:rows::jsonb) as r (
  id uuid, rev bigint, email text, email_key text, first_name text, last_name text,
  company text, job_title text, custom_fields jsonb, search_text text, created_at timestamptz,
  updated_at timestamptz)
on conflict (workspace_id, id) do update set
  rev = excluded.rev, email = excluded.email, email_key = excluded.email_key,
  first_name = excluded.first_name, last_name = excluded.last_name, company = excluded.company,
  job_title = excluded.job_title, custom_fields = excluded.custom_fields,
  search_text = excluded.search_text, updated_at = excluded.updated_at

-- name: prospect_alias.find
select r.id, r.rev, to_jsonb(r) as doc from unnest(:ids::uuid[]) as k (id)
cross join lateral (
  select * from prospect_alias where workspace_id = :ws and id = k.id limit 1) r

-- name: prospect_alias.after
select r.* from prospect_alias r
where workspace_id = :ws and rev > :after
order by rev, id limit :most

-- name: prospect_alias.delete
delete from prospect_alias where workspace_id = :ws and id = any(:ids::uuid[])

-- name: prospect_alias.save
insert into prospect_alias (
  workspace_id, id, rev, to_id)
select
  :ws, r.id, r.rev, r.to_id
from jsonb_to_recordset(:rows::jsonb) as r (
  id uuid, rev bigint, to_id uuid)
on conflict (workspace_id, id) do update set
  rev = excluded.rev, to_id = excluded.to_id

-- name: campaign.find
select r.id, r.rev, to_jsonb(r) as doc from unnest(:ids::uuid[]) as k (id)
cross join lateral (
  select * from campaign where workspace_id = :ws and id = k.id limit 1) r

-- name: campaign.after
select r.* from campaign r
where workspace_id = :ws and rev > :after
order by rev, id limit :most

-- name: campaign.delete
delete from campaign where workspace_id = :ws and id = any(:ids::uuid[])

-- name: campaign.save
insert into campaign (
  workspace_id, id, rev, user_id, name, description, status, start_date, end_date, policy,
  mailbox_id, activated_at, status_change, paused_reason, pauses, created_at, updated_at)
select
  :ws, r.id, r.rev, r.user_id, r.name, r.description, r.status, r.start_date, r.end_date,
  r.policy, r.mailbox_id, r.activated_at, r.status_change, r.paused_reason, r.pauses,
  r.created_at, r.updated_at
from jsonb_to_recordset(:rows::jsonb) as r (
  id uuid, rev bigint, user_id uuid, name text, description text, status text,
  start_date timestamptz, end_date timestamptz, policy jsonb, mailbox_id uuid,
  activated_at timestamptz, status_change uuid, paused_reason text, pauses jsonb,
  created_at timestamptz, updated_at timestamptz)
on conflict (workspace_id, id) do update set
  rev = excluded.rev, user_id = excluded.user_id, name = excluded.name,
  description = excluded.description, status = excluded.status,
  start_date = excluded.start_date, end_date = excluded.end_date, policy = excluded.policy,
  mailbox_id = excluded.mailbox_id, activated_at = excluded.activated_at,
  status_change = excluded.status_change, paused_reason = excluded.paused_reason,
  pauses = excluded.pauses, updated_at = excluded.updated_at

-- name: campaign_step.find
select r.id, r.rev, to_jsonb(r) as doc from unnest(:ids::uuid[]) as k (id)
cross join lateral (
  select * from campaign_step where workspace_id = :ws and id = k.id limit 1) r

-- name: campaign_step.after
select r.* from campaign_step r
where workspace_id = :ws and rev > :after
order by rev, id limit :most

-- name: campaign_step.delete
delete from campaign_step where workspace_id = :ws and id = any(:ids::uuid[])

-- name: campaign_step.save
insert into campaign_step (
  workspace_id, id, rev, campaign_id, position, variant, weight, template_id, template_revision,
  subject, body_html, body_text, delay_amount, delay_unit, thread_mode, created_at, updated_at)
select
  :ws, r.id, r.rev, r.campaign_id, r.position, r.variant, r.weight, r.template_id,
  r.template_revision, r.subject, r.body_html, r.body_text, r.delay_amount, r.delay_unit,
  r.thread_mode, r.created_at, r.updated_at
from jsonb_to_recordset(:rows::jsonb) as r (
  id uuid, rev bigint, campaign_id uuid, position int, variant text, weight int, template_id uuid,
  template_revision int, subject text, body_html text, body_text text, delay_amount int,
  delay_unit text, thread_mode text, created_at timestamptz, updated_at timestamptz)
on conflict (workspace_id, id) do update set
  rev = excluded.rev, campaign_id = excluded.campaign_id, position = excluded.position, variant =
  excluded.variant, weight = excluded.weight, template_id = excluded.template_id,
  template_revision = excluded.template_revision, subject = excluded.subject, body_html =
  excluded.body_html, body_text = excluded.body_text, delay_amount = excluded.delay_amount,
  delay_unit = excluded.delay_unit, thread_mode = excluded.thread_mode, updated_at =
  excluded.updated_at

-- name: campaign_prospect.find
select r.id, r.rev, to_jsonb(r) as doc from unnest(:ids::uuid[]) as k (id)
cross join lateral (
  select * from campaign_prospect where workspace_id = :ws and id = k.id limit 1) r

-- name: campaign_prospect.after
select r.* from campaign_prospect r
where workspace_id = :ws and rev > :after
order by rev, id limit :most

-- name: campaign_prospect.delete
delete from campaign_prospect where workspace_id = :ws and id = any(:ids::uuid[])

-- name: campaign_prospect.save
insert into campaign_prospect (
  workspace_id, id, rev, campaign_id, prospect_id, status, current_step, rotation, reason,
  resume_at, enrolled_at, anchor_at, created_at, updated_at)
select
  :ws, r.id, r.rev, r.campaign_id, r.prospect_id, r.status, r.current_step, r.rotation,
  r.reason, r.resume_at, r.enrolled_at, r.anchor_at, r.created_at, r.updated_at
from jsonb_to_recordset(:rows::jsonb) as r (
  id uuid, rev bigint, campaign_id uuid, prospect_id uuid, status text, current_step int,
  rotation int, reason text, resume_at timestamptz, enrolled_at timestamptz,
  anchor_at timestamptz, created_at timestamptz, updated_at timestamptz)
on conflict (workspace_id, id) do update set
  rev = excluded.rev, campaign_id = excluded.campaign_id, prospect_id = excluded.prospect_id,
  status = excluded.status, current_step = excluded.current_step, rotation = excluded.rotation,
  reason = excluded.reason, resume_at = excluded.resume_at, enrolled_at = excluded.enrolled_at,
  anchor_at = excluded.anchor_at, updated_at = excluded.updated_at

-- name: template.find
select r.id, r.rev, to_jsonb(r) as doc from unnest(:ids::uuid[]) as k (id)
cross join lateral (
  select * from template where workspace_id = :ws and id = k.id limit 1) r

-- name: template.after
select r.* from template r
where workspace_id = :ws and rev > :after
order by rev, id limit :most

-- name: template.delete
delete from template where workspace_id = :ws and id = any(:ids::uuid[])

-- name: template.save
insert into template (
  workspace_id, id, rev, user_id, title, subject, description, content, category, tone,
  revision, used_count, open_rate, reply_rate, created_at, updated_at)
select
  :ws, r.id, r.rev, r.user_id, r.title, r.subject, r.description, r.content, r.category,
  r.tone, r.revision, r.used_count, r.open_rate, r.reply_rate, r.created_at, r.updated_at
from jsonb_to_recordset(:rows::jsonb) as r (
  id uuid, rev bigint, user_id uuid, title text, subject text, description text, content text,
  category text, tone text, revision int, used_count int, open_rate double precision,
  reply_rate double precision, created_at timestamptz, updated_at timestamptz)
on conflict (workspace_id, id) do update set
  rev = excluded.rev, user_id = excluded.user_id, title = excluded.title,
  subject = excluded.subject, description = excluded.description, content = excluded.content,
  category = excluded.category, tone = excluded.tone, revision = excluded.revision,
  used_count = excluded.used_count, open_rate = excluded.open_rate,
  reply_rate = excluded.reply_rate, updated_at = excluded.updated_at

-- name: email.find
select r.id, r.rev, to_jsonb(r) as doc from unnest(:ids::uuid[]) as k (id)
cross join lateral (
  select * from email where workspace_id = :ws and id = k.id limit 1) r

-- name: email.after
select r.* from email r
where workspace_id = :ws and rev > :after
order by rev, id limit :most

-- name: email.delete
delete from email where workspace_id = :ws and id = any(:ids::uuid[])

-- name: email.save
-- columns of keys stay as they are: to set one locks the row also against those who refer to it
insert into email (
  workspace_id, id, rev, draft_id, generation, user_id, prospect_id, campaign_id, template_id,
  template_revision, step_position, rotation, variant, thread_references, provenance, mailbox_id,
  from_email, from_name, to_email, subject, body_html, body_text, status, hold, cancel_reason, tracking, not_before, expires_at, idempotency_key,
  content_hash, message_id, provider_message_id, last_reply, accepted_at, sent_at, opened_at,
  replied_at, opens, replies, signals, created_at, updated_at)
select
  :ws, r.id, r.rev, r.draft_id, r.generation, r.user_id, r.prospect_id, r.campaign_id,
  r.template_id, r.template_revision, r.step_position, r.rotation, r.variant,
  r.thread_references, r.provenance, r.mailbox_id, r.from_email, r.from_name, r.to_email,
  r.subject, r.body_html, r.body_text, r.status, r.hold, r.cancel_reason, r.tracking,
  r.not_before, r.expires_at, r.idempotency_key, r.content_hash, r.message_id,
  r.provider_message_id, r.last_reply, r.accepted_at, r.sent_at, r.opened_at, r.replied_at,
  r.opens, r.replies, r.signals, r.created_at, r.updated_at
from jsonb_to_recordset(:rows::jsonb) as r (
  id uuid, rev bigint, draft_id uuid, generation int, user_id uuid, prospect_id uuid,
  campaign_id uuid, template_id uuid, template_revision int, step_position int, rotation int,
  variant text, thread_references text, provenance jsonb, mailbox_id uuid, from_email text,
  from_name text, to_email text, subject text, body_html text, body_text text, status text,
  hold text, cancel_reason text, tracking text, not_before timestamptz, expires_at timestamptz,
  idempotency_key text, content_hash text, message_id text, provider_message_id text,
  last_reply text, accepted_at timestamptz, sent_at timestamptz, opened_at timestamptz,
  replied_at timestamptz, opens int, replies int, signals jsonb, created_at timestamptz,
  updated_at timestamptz)
on conflict (workspace_id, id) do update set
  rev = excluded.rev, draft_id = excluded.draft_id, generation = excluded.generation, prospect_id = excluded.prospect_id,
  campaign_id = excluded.campaign_id, template_id = excluded.template_id,
  template_revision = excluded.template_revision, step_position = excluded.step_position,
  rotation = excluded.rotation, variant = excluded.variant,
  thread_references = excluded.thread_references, provenance = excluded.provenance, mailbox_id = excluded.mailbox_id,
  from_email = excluded.from_email, from_name = excluded.from_name,
  to_email = excluded.to_email, subject = excluded.subject, body_html = excluded.body_html,
  body_text = excluded.body_text, status = excluded.status, hold = excluded.hold,
  cancel_reason = excluded.cancel_reason, tracking = excluded.tracking,
  not_before = excluded.not_before, expires_at = excluded.expires_at, content_hash = excluded.content_hash,
  message_id = excluded.message_id, provider_message_id = excluded.provider_message_id,
  last_reply = excluded.last_reply, accepted_at = excluded.accepted_at,
  sent_at = excluded.sent_at, opened_at = excluded.opened_at, replied_at = excluded.replied_at,
  opens = excluded.opens, replies = excluded.replies, signals = excluded.signals,
  updated_at = excluded.updated_at

-- name: suppression.find
select r.id, r.rev, to_jsonb(r) as doc from unnest(:ids::uuid[]) as k (id)
cross join lateral (
  select * from suppression where workspace_id = :ws and id = k.id limit 1) r

-- name: suppression.after
select r.* from suppression r
where workspace_id = :ws and rev > :after
order by rev, id limit :most

-- name: suppression.delete
delete from suppression where workspace_id = :ws and id = any(:ids::uuid[])

-- name: suppression.save
insert into suppression (
  workspace_id, id, rev, address, address_key, reason, source, user_id, created_at, updated_at)
select
  :ws, r.id, r.rev, r.address, r.address_key, r.reason, r.source, r.user_id, r.created_at,
  r.updated_at
from jsonb_to_recordset(:rows::jsonb) as r (
  id uuid, rev bigint, address text, address_key text, reason text, source text, user_id uuid,
  created_at timestamptz, updated_at timestamptz)
on conflict (workspace_id, id) do update set
  rev = excluded.rev, address = excluded.address, address_key = excluded.address_key, reason =
  excluded.reason, source = excluded.source, user_id = excluded.user_id, updated_at =
  excluded.updated_at

-- name: email_draft.find
select r.id, r.rev, to_jsonb(r) as doc from unnest(:ids::uuid[]) as k (id)
cross join lateral (
  select * from email_draft where workspace_id = :ws and owner = :owner and id = k.id limit 1) r

-- name: email_draft.after
select r.* from email_draft r
where workspace_id = :ws and owner = :owner and rev > :after
order by rev, id limit :most

-- name: email_draft.delete
delete from email_draft where workspace_id = :ws and owner = :owner and id = any(:ids::uuid[])

-- name: email_draft.save
insert into email_draft (
  workspace_id, owner, id, rev, user_id, prospect_id, campaign_id, template_id, provenance, subject,
  body_html, body_text, created_at, updated_at)
select
  :ws, :owner, r.id, r.rev, r.user_id, r.prospect_id, r.campaign_id, r.template_id, r.provenance,
  r.subject, r.body_html, r.body_text, r.created_at, r.updated_at
from jsonb_to_recordset(:rows::jsonb) as r (
  id uuid, rev bigint, user_id uuid, prospect_id uuid, campaign_id uuid, template_id uuid,
  provenance jsonb, subject text, body_html text, body_text text, created_at timestamptz, updated_at timestamptz)
on conflict (workspace_id, id) do update set
  rev = excluded.rev, user_id = excluded.user_id, prospect_id = excluded.prospect_id,
  campaign_id = excluded.campaign_id, template_id = excluded.template_id,
  provenance = excluded.provenance, subject = excluded.subject,
  body_html = excluded.body_html, body_text = excluded.body_text,
  updated_at = excluded.updated_at

-- name: template_favorite.find
select r.id, r.rev, to_jsonb(r) as doc from unnest(:ids::uuid[]) as k (id)
cross join lateral (
  select * from template_favorite where workspace_id = :ws and owner = :owner and id = k.id limit 1) r

-- name: template_favorite.after
select r.* from template_favorite r
where workspace_id = :ws and owner = :owner and rev > :after
order by rev, id limit :most

-- name: template_favorite.delete
delete from template_favorite where workspace_id = :ws and owner = :owner and id = any(:ids::uuid[])

-- name: template_favorite.save
insert into template_favorite (
  workspace_id, owner, id, rev, template_id, created_at)
select
  :ws, :owner, r.id, r.rev, r.template_id, r.created_at
from jsonb_to_recordset(:rows::jsonb) as r (
  id uuid, rev bigint, template_id uuid, created_at timestamptz)
on conflict (workspace_id, id) do update set
  rev = excluded.rev, template_id = excluded.template_id

-- name: company_data.find
select r.id, r.rev, to_jsonb(r) as doc from unnest(:ids::uuid[]) as k (id)
cross join lateral (
  select * from company_data where workspace_id = :ws and id = k.id limit 1) r

-- name: company_data.after
select r.* from company_data r
where workspace_id = :ws and rev > :after
order by rev, id limit :most

-- name: company_data.delete
delete from company_data where workspace_id = :ws and id = any(:ids::uuid[])

-- name: company_data.save
insert into company_data (
  workspace_id, id, rev, domain, name, industry, size, location, metadata, created_at, updated_at)
select
  :ws, r.id, r.rev, r.domain, r.name, r.industry, r.size, r.location, r.metadata, r.created_at,
  r.updated_at
from jsonb_to_recordset(:rows::jsonb) as r (
  id uuid, rev bigint, domain text, name text, industry text, size text, location text, metadata
  jsonb, created_at timestamptz, updated_at timestamptz)
on conflict (workspace_id, id) do update set
  rev = excluded.rev, domain = excluded.domain, name = excluded.name, industry =
  excluded.industry, size = excluded.size, location = excluded.location, metadata =
  excluded.metadata, updated_at = excluded.updated_at

-- name: task.find
select r.id, r.rev, to_jsonb(r) as doc from unnest(:ids::uuid[]) as k (id)
cross join lateral (
  select * from task where workspace_id = :ws and owner = :owner and id = k.id limit 1) r

-- name: task.after
select r.* from task r
where workspace_id = :ws and owner = :owner and rev > :after
order by rev, id limit :most

-- name: task.delete
delete from task where workspace_id = :ws and owner = :owner and id = any(:ids::uuid[])

-- name: task.save
insert into task (
  workspace_id, owner, id, rev, prospect_id, email_id, kind, title, due_at, done_at, created_at,
  updated_at)
select
  :ws, :owner, r.id, r.rev, r.prospect_id, r.email_id, r.kind, r.title, r.due_at, r.done_at,
  r.created_at, r.updated_at
from jsonb_to_recordset(:rows::jsonb) as r (
  id uuid, rev bigint, prospect_id uuid, email_id uuid, kind text, title text, due_at timestamptz,
  done_at timestamptz, created_at timestamptz, updated_at timestamptz)
on conflict (workspace_id, id) do update set
  rev = excluded.rev, prospect_id = excluded.prospect_id, email_id = excluded.email_id, kind =
  excluded.kind, title = excluded.title, due_at = excluded.due_at, done_at = excluded.done_at,
  updated_at = excluded.updated_at

-- name: prospect_import.find
select r.id, r.rev, to_jsonb(r) as doc from unnest(:ids::uuid[]) as k (id)
cross join lateral (
  select * from prospect_import where workspace_id = :ws and owner = :owner and id = k.id limit 1) r

-- name: prospect_import.after
select r.* from prospect_import r
where workspace_id = :ws and owner = :owner and rev > :after
order by rev, id limit :most

-- name: prospect_import.delete
delete from prospect_import where workspace_id = :ws and owner = :owner and id = any(:ids::uuid[])

-- name: prospect_import.save
insert into prospect_import (
  workspace_id, owner, id, rev, import_id, chunk, file, mode, created, updated, unchanged, undo,
  undone_at, kept, created_at)
select
  :ws, :owner, r.id, r.rev, r.import_id, r.chunk, r.file, r.mode, r.created, r.updated,
  r.unchanged, r.undo, r.undone_at, r.kept, r.created_at
from jsonb_to_recordset(:rows::jsonb) as r (
  id uuid, rev bigint, import_id uuid, chunk int, file text, mode text, created int, updated int,
  unchanged int, undo jsonb, undone_at timestamptz, kept jsonb, created_at timestamptz)
on conflict (workspace_id, id) do update set
  rev = excluded.rev, import_id = excluded.import_id, chunk = excluded.chunk, file =
  excluded.file, mode = excluded.mode, created = excluded.created, updated = excluded.updated,
  unchanged = excluded.unchanged, undo = excluded.undo, undone_at = excluded.undone_at, kept =
  excluded.kept

-- name: conflict.find
select r.id, r.rev, to_jsonb(r) as doc from unnest(:ids::uuid[]) as k (id)
cross join lateral (
  select * from conflict where workspace_id = :ws and owner = :owner and id = k.id limit 1) r

-- name: conflict.after
select r.* from conflict r
where workspace_id = :ws and owner = :owner and rev > :after
order by rev, id limit :most

-- name: conflict.delete
delete from conflict where workspace_id = :ws and owner = :owner and id = any(:ids::uuid[])

-- name: conflict.save
insert into conflict (
  workspace_id, owner, id, rev, kind, entity, entity_id, field, was, mine, theirs, theirs_by,
  theirs_at, mutation_id, mutation, code, detail, created_at)
select
  :ws, :owner, r.id, r.rev, r.kind, r.entity, r.entity_id, r.field, r.was, r.mine, r.theirs,
  r.theirs_by, r.theirs_at, r.mutation_id, r.mutation, r.code, r.detail, r.created_at
from jsonb_to_recordset(:rows::jsonb) as r (
  id uuid, rev bigint, kind text, entity text, entity_id uuid, field text, was jsonb,
  mine jsonb, theirs jsonb, theirs_by uuid, theirs_at timestamptz, mutation_id uuid,
  mutation jsonb, code text, detail text, created_at timestamptz)
on conflict (workspace_id, id) do update set
  rev = excluded.rev, kind = excluded.kind, entity = excluded.entity,
  entity_id = excluded.entity_id, field = excluded.field, was = excluded.was,
  mine = excluded.mine, theirs = excluded.theirs, theirs_by = excluded.theirs_by,
  theirs_at = excluded.theirs_at, mutation_id = excluded.mutation_id,
  mutation = excluded.mutation, code = excluded.code, detail = excluded.detail
