-- name: kept
-- carried by the primary key
select fingerprint, answer from ai_answer
where workspace_id = :ws and user_id = :user and kind = :kind and request_id = :request
  and at > :since

-- name: keep
insert into ai_answer (
  workspace_id, user_id, kind, request_id, prospect_id, fingerprint, answer, tokens, at)
values (:ws, :user, :kind, :request, :prospect, :fingerprint, :answer::jsonb, :tokens, :at)
on conflict (workspace_id, user_id, kind, request_id) do update
set fingerprint = excluded.fingerprint, answer = excluded.answer, at = excluded.at,
    tokens = excluded.tokens, prospect_id = excluded.prospect_id
where ai_answer.at <= :since

-- name: spent
-- carried by ai_answer_age: a day of one person is short
select coalesce(sum(tokens), 0) as tokens from ai_answer
where workspace_id = :ws and user_id = :user and at > :since

-- name: judge
-- about whom, the answer says while it is kept
insert into ai_feedback (
  workspace_id, user_id, request_id, prospect_id, kind, verdict, final_text, reason, at)
values (:ws, :user, :request, (
  select prospect_id from ai_answer
  where workspace_id = :ws and user_id = :user and request_id = :request
  order by at desc limit 1), :kind, :verdict, :finalText, :reason, :at)
on conflict (workspace_id, user_id, request_id) do update
set kind = excluded.kind, verdict = excluded.verdict, final_text = excluded.final_text,
    reason = excluded.reason, at = excluded.at,
    prospect_id = coalesce(excluded.prospect_id, ai_feedback.prospect_id)
