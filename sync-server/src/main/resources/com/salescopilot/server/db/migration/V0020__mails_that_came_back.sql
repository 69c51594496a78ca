-- mails that came back at once never were sent; guard and ramp count them all the same
create index email_bounced on email (workspace_id, updated_at)
  where status = 'BOUNCED' and sent_at is null;
