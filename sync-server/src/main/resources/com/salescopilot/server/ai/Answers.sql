-- name: kept
-- carried by the primary key
select fingerprint, answer from ai_answer
where workspace_id = :ws and user_id = :user and kind = :kind and request_id = :request
  and at > :since

-- name: keep
insert into ai_answer (workspace_id, user_id, kind, request_id, fingerprint, answer, tokens, at)
values (:ws, :user, :kind, :request, :fingerprint, :answer::jsonb, :tokens, :at)
on conflict (workspace_id, user_id, kind, request_id) do update
set fingerprint = excluded.fingerprint, answer = excluded.answer, at = excluded.at,
    tokens = excluded.tokens
where ai_answer.at <= :since

-- name: spent
-- carried by ai_answer_age: a day of one person is short
select coalesce(sum(tokens), 0) as tokens from ai_answer
where workspace_id = :ws and user_id = :user and at > :since

-- name: judge
insert into ai_feedback (workspace_id, user_id, request_id, kind, verdict, final_text, reason, at)
values (:ws, :user, :request, :kind, :verdict, :finalText, :reason, :at)
on conflict (workspace_id, user_id, request_id) do update
set kind = excluded.kind, verdict = excluded.verdict, final_text = excluded.final_text,
    reason = excluded.reason, at = excluded.at
