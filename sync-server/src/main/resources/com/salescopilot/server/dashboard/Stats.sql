-- name: mails
-- carried by the primary key; the kept total
select coalesce(sum(sent), 0) as sent, coalesce(sum(bounced), 0) as bounced,
  coalesce(sum(failed), 0) as failed, coalesce(sum(unconfirmed), 0) as unconfirmed,
  coalesce(sum(pending), 0) as pending, coalesce(sum(tracked), 0) as tracked,
  coalesce(sum(opened), 0) as opened, coalesce(sum(replied), 0) as replied
from stat
where workspace_id = :ws and bucket = '0001-01-01Z'
  and scope = case when :sender::uuid is null then 'WORKSPACE' else 'USER' end
  and scope_id = coalesce(:sender::uuid, :ws::uuid)

-- name: activeCampaigns
-- carried by campaign_status
select count(*) as n from campaign
where workspace_id = :ws and (:sender::uuid is null or user_id = :sender) and status = 'ACTIVE'

-- name: readThrough
-- carried by the primary key; null unless every mailbox has been read
select case when count(*) = count(read_through) then min(read_through) end as at from mailbox
where workspace_id = :ws and (:sender::uuid is null or user_id = :sender)
