-- A cursor carries the nonce of the commit that gave out its rev. A database that was set back has
-- other nonces, or none, so whoever has read what is gone can prove it.

create table stream_commit (
  workspace_id uuid not null references workspace (id),
  owner        uuid not null,               -- as in stream
  rev          bigint not null,             -- the last one that the commit gave out
  nonce        int not null,
  at           timestamptz not null,
  primary key (workspace_id, owner, rev)
);

alter table stream_commit enable row level security;
alter table stream_commit force row level security;
create policy owner on stream_commit to sc_owner using (true);
create policy ws on stream_commit to sc_app
  using (workspace_id = nullif(current_setting('app.ws', true), '')::uuid);
-- the moment that a restored database has gone on from
create policy worker on stream_commit for select to sc_worker using (true);
grant select, insert, delete on stream_commit to sc_app;
grant select on stream_commit to sc_worker;

-- what was given out before
insert into stream_commit (workspace_id, owner, rev, nonce, at)
select workspace_id, owner, head, (random() * 2147483647)::int, now() from stream where head > 0;

-- The life that a workspace is in stands in its own stream: whoever holds the stream knows it.
alter table stream
  add column epoch uuid,
  add column sends_held boolean not null default false;
