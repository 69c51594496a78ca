-- Who is moved just now is read off the mails: what was done with each stands in its row, and when
-- something was done last carries the way to those of the last days.
create function mail_moved(signals jsonb, opened_at timestamptz, replied_at timestamptz)
returns timestamptz
language plpgsql immutable as $$
begin
  return coalesce((signals -> 0 ->> 'at')::timestamptz, greatest(opened_at, replied_at));
end $$;

alter table email
  add column signals jsonb,
  add column moved_at timestamptz
    generated always as (mail_moved(signals, opened_at, replied_at)) stored;

create index email_moved on email (workspace_id, moved_at) where moved_at is not null;
