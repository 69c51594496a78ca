-- name: mailbox
-- carried by mailbox's primary key: a workspace has few
select id from mailbox
where workspace_id = :ws
  and (id = :wanted::uuid or (:wanted::uuid is null and user_id = :user))
order by created_at limit 1

-- name: addDefaultMailbox
insert into mailbox (workspace_id, id, rev, address, created_at, updated_at)
values (:ws, :id, 0, :address, now(), now())
on conflict do nothing

-- name: add
-- a mail that may leave has one job; one that is here already keeps its place
insert into send_job (email_id, workspace_id, mailbox_id, campaign_id, prospect_id, priority, due_at)
select r.email_id, :ws, :mailbox, r.campaign_id, r.prospect_id, r.priority,
       coalesce(r.due_at, now())
from jsonb_to_recordset(:jobs::jsonb) as r (
  email_id uuid, campaign_id uuid, prospect_id uuid, due_at timestamptz, priority int)
on conflict (email_id, workspace_id) do nothing

-- name: due
-- always written: to test first would lose a wake-up to a worker that is just going to sleep
update mailbox set next_due_at = least(next_due_at, (
  select min(coalesce(r.due_at, now()))
  from jsonb_to_recordset(:jobs::jsonb) as r (due_at timestamptz)))
where workspace_id = :ws and id = :mailbox

-- name: hurry
update send_job set due_at = now()
where workspace_id = :ws and email_id = any(:emails::uuid[]) and phase = 'QUEUED'

-- name: hurryMailboxes
-- always written, as in due
update mailbox set next_due_at = least(next_due_at, now())
where workspace_id = :ws and id in (
  select mailbox_id from send_job where workspace_id = :ws and email_id = any(:emails::uuid[]))

-- name: phase
-- carried by send_job's primary key
select phase from send_job where workspace_id = :ws and email_id = :email for update

-- name: remove
delete from send_job where workspace_id = :ws and email_id = any(:emails::uuid[])

-- name: waitingOfDraft
-- carried by email_draft_generation
select id from email
where workspace_id = :ws and draft_id = :draft and status in ('PENDING_SEND', 'SENDING')

-- name: waitingOfProspect
-- carried by send_job_prospect
select email_id as id from send_job where workspace_id = :ws and prospect_id = :prospect

-- name: waitingOfCampaign
-- carried by send_job_campaign
select email_id as id from send_job where workspace_id = :ws and campaign_id = :campaign

-- name: pausedOfCampaign
-- carried by email_campaign
select id from email
where workspace_id = :ws and campaign_id = :campaign and status = 'CANCELLED'
  and cancel_reason = 'PAUSED' and step_position is null

-- name: stepsOf
-- carried by send_job_prospect
select email_id as id from send_job
where workspace_id = :ws and campaign_id = :campaign and prospect_id = :prospect and priority > 0

-- name: enrolmentsOf
-- carried by campaign_prospect_prospect
select id, campaign_id from campaign_prospect where workspace_id = :ws and prospect_id = :prospect

-- name: inHand
-- carried by send_job_taken: no more than workers have connections for
select e.id, e.to_email
from send_job j join email e on e.workspace_id = j.workspace_id and e.id = j.email_id
where j.workspace_id = :ws and j.phase = 'CLAIMED'
