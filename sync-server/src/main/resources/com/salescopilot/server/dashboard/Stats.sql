-- name: mails
-- carried by stat's primary key
select * from stat_total(:ws, case when :sender::uuid is null then 'WORKSPACE' else 'USER' end,
  coalesce(:sender::uuid, :ws::uuid))

-- name: activeCampaigns
-- carried by campaign_status
select count(*) as n from campaign
where workspace_id = :ws and (:sender::uuid is null or user_id = :sender) and status = 'ACTIVE'

-- name: readThrough
-- carried by the primary key; null unless every mailbox has been read
select case when count(*) = count(read_through) then min(read_through) end as at from mailbox
where workspace_id = :ws and (:sender::uuid is null or user_id = :sender)
