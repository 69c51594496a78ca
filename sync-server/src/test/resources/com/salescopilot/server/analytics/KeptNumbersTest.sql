-- name: bend
update stat set sent = sent + 3
where workspace_id = :ws and scope = 'USER' and bucket = '0001-01-01Z'

-- name: lose
delete from stat where workspace_id = :ws and scope = 'TEMPLATE'

-- name: place
update email set campaign_id = :campaign, step_position = :position, variant = :variant, prospect_id = :person
where workspace_id = :ws and id = :id
