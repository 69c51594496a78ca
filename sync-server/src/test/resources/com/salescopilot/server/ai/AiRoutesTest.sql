-- name: verdicts
select verdict from ai_feedback where workspace_id = :ws

-- name: allow
update workspace set policy = jsonb_build_object('ai', jsonb_build_object('external', true, 'dlp', :dlp::text)) where id = :ws
