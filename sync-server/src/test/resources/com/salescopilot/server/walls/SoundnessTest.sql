-- name: job
delete from send_job where email_id = (select min(email_id::text)::uuid from send_job)

-- name: number
update stat set sent = sent + 1 where scope = 'WORKSPACE'

-- name: reference
delete from campaign where id = (select campaign_id from campaign_prospect order by 1 limit 1)

-- name: status
update email set status = 'CANCELLED'
where id = (select max(email_id::text)::uuid from send_job)
