-- Somebody's data may be erased for good: what is left counts, and says nothing.

-- why a row is gone: an edit of it that comes late is not kept either
alter table tombstone add column erased boolean not null default false;

alter table suppression drop constraint suppression_source_check;
alter table suppression add constraint suppression_source_check
  check (source in ('PERSON', 'UNSUBSCRIBED', 'COMPLAINED', 'BOUNCED', 'ERASED'));

-- What is left of an address, as ErasedAddress.of makes it: UUIDv8 of SHA-256. By it the address is
-- known again should it come back.
create function erased_address(address_key text) returns text
language sql immutable parallel safe as $$
  select encode(
      set_byte(
        set_byte(d, 6, (get_byte(d, 6) & 15) | 128),
        8, (get_byte(d, 8) & 63) | 128), 'hex')::uuid::text || '@erased.invalid'
  from (
    select substring(
      sha256(convert_to('erased', 'UTF8') || '\x00'::bytea || convert_to(address_key, 'UTF8'))
      from 1 for 16)) x (d)
$$;

-- What an event tells without anybody's words.
create function event_without_words(payload jsonb) returns jsonb
language sql immutable parallel safe as $$
  select coalesce(jsonb_object_agg(m.key, m.value), '{}')
  from jsonb_each(payload) m
  where m.key in ('emailId', 'campaignId', 'prospectId', 'userId', 'verified', 'openedAt', 'proof',
    'ahead', 'agent', 'repliedAt', 'bounce', 'left', 'returnDate')
$$;
grant update (payload) on event to sc_app;

-- where a change may speak of people whom no column names
create index mutation_log_of_many on mutation_log (workspace_id)
  where outcome = 'REJECTED' or op = 'prospect.import';
-- whom a letter or a task was for, also once it is gone
create index mutation_log_of_letters on mutation_log (workspace_id)
  where entity in ('email_draft', 'task');
-- letters to an address alone
create index email_to_address on email (workspace_id, lower(to_email)) where prospect_id is null;

-- about whom a suggestion was
alter table ai_answer add column prospect_id uuid;
alter table ai_feedback add column prospect_id uuid;
