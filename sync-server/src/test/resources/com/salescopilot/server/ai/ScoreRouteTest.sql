-- name: weigh
update workspace set policy = :policy::jsonb where id = :ws

-- name: sent
-- every second subject is too long; of the others, each fifth was answered
insert into email (workspace_id, id, rev, user_id, to_email, subject, body_text, status,
  idempotency_key, sent_at, replied_at, replies, created_at, updated_at)
select :ws, gen_random_uuid(), 1, :user, 'bo@b.example',
  case when n % 2 = 0 then 'Question for you'
    else 'one two three four five six seven eight nine ten eleven twelve thirteen' end,
  'Hello Bo, would it help to plan together?', 'SENT', gen_random_uuid()::text,
  now() - interval '10 days', case when n % 10 = 0 then now() - interval '9 days' end,
  (n % 10 = 0)::int, now(), now()
from generate_series(1, :mails::int) n
