-- name: policy
-- carried by the primary key
select policy from workspace where id = :ws

-- name: lastReply
-- carried by email_prospect and email_reply_event_email; what others were answered is theirs
select r.reply_body
from email e
join email_reply_event r on r.workspace_id = e.workspace_id and r.email_id = e.id
where e.workspace_id = :ws and e.prospect_id = :prospect and e.user_id = :user
  and r.reply_body is not null
order by r.replied_at desc, r.id desc
limit 1
