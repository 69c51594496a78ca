-- Suggestions: what was answered, so that a repeated question costs nothing, and what became of it.
create table ai_answer (
  workspace_id uuid not null references workspace (id),
  user_id      uuid not null,
  kind         text not null check (kind in ('PERSONALIZE', 'REWRITE')),
  request_id   uuid not null,
  fingerprint  text not null,               -- of the question
  answer       jsonb not null,
  tokens       bigint not null,             -- used at an engine elsewhere
  at           timestamptz not null,
  primary key (workspace_id, user_id, kind, request_id)
);
create index ai_answer_age on ai_answer (workspace_id, user_id, at);

create table ai_feedback (
  workspace_id uuid not null references workspace (id),
  user_id      uuid not null,
  request_id   uuid not null,               -- need not be known: the built-in engine works offline
  kind         text not null check (kind in ('PERSONALIZE', 'REWRITE', 'SCORE')),
  verdict      text not null check (verdict in ('ACCEPTED', 'EDITED', 'REJECTED', 'UP', 'DOWN')),
  final_text   text,
  reason       text,
  at           timestamptz not null,
  primary key (workspace_id, user_id, request_id)
);

do $$
declare t text;
begin
  foreach t in array array['ai_answer', 'ai_feedback'] loop
    execute format('grant select, insert, update, delete on %I to sc_app', t);
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy owner on %I to sc_owner using (true)', t);
    execute format($p$create policy ws on %I to sc_app
      using (workspace_id = nullif(current_setting('app.ws', true), '')::uuid)$p$, t);
  end loop;
end $$;
