-- name: everything
-- every table that has a workspace, and what belongs to the members beside
select table_name,
       query_to_xml(format('select t.* from %I t where workspace_id = %L order by t::text', table_name, :ws::text),
                    true, false, '')::text as content
from information_schema.columns
where table_schema = 'public' and column_name = 'workspace_id'
union all
select 'workspace',
       query_to_xml(format('select * from workspace where id = %L', :ws::text), true, false, '')::text
union all
select 'users',
       query_to_xml(format('select u.* from users u join workspace_member m on m.user_id = u.id
                            where m.workspace_id = %L order by u.id', :ws::text), true, false, '')::text
union all
select 'refresh_token',
       query_to_xml(format('select t.* from refresh_token t join session s on s.id = t.session_id
                            where s.workspace_id = %L order by t.hash', :ws::text), true, false, '')::text

-- name: addMember
with member as (
  insert into workspace_member (workspace_id, user_id, role, created_at, updated_at)
  values (:ws::uuid, :user::uuid, 'USER', now(), now()))
insert into stream (workspace_id, owner) values (:ws::uuid, :user::uuid) returning owner

-- name: openSession
with opened as (
  insert into session (id, user_id, workspace_id, device, source, created_at, used_at, expires_at, changed_at)
  values (gen_random_uuid(), :user::uuid, :ws::uuid, '', '', now(), now(), now() + interval '9 days', now())
  returning id)
insert into refresh_token (hash, session_id, n, expires_at)
select decode(:hash, 'hex'), id, 0, now() + interval '9 days' from opened
returning session_id

-- name: addAccount
with person as (
  insert into users (id, email, password_hash, first_name, last_name, created_at, updated_at)
  select gen_random_uuid(), :email, password_hash, 'Passer', 'By', now(), now()
  from users where id = :like::uuid
  returning id),
place as (
  insert into workspace (id, name, created_at, updated_at)
  values (gen_random_uuid(), 'Nowhere', now(), now())
  returning id),
member as (
  insert into workspace_member (workspace_id, user_id, role, created_at, updated_at)
  select place.id, person.id, 'ADMIN', now(), now() from place, person),
streams as (
  insert into stream (workspace_id, owner, head, epoch)
  select place.id, o.owner, o.head, (select id from epoch order by started_at desc, id desc limit 1)
  from place, person, lateral (values (place.id, 1), (person.id, 0)) as o (owner, head)),
witness as (
  insert into stream_commit (workspace_id, owner, rev, nonce, at)
  select place.id, place.id, 1, 7, now() from place),
mailbox as (
  insert into mailbox (workspace_id, id, rev, address, created_at, updated_at)
  select place.id, gen_random_uuid(), 1, :email, now(), now() from place)
select person.id as user_id, place.id as workspace_id from person, place

-- name: invite
insert into one_time_code (hash, id, kind, user_id, workspace_id, data, created_at, expires_at)
values (decode(:hash, 'hex'), gen_random_uuid(), 'INVITE', :user::uuid, :ws::uuid, '{"role":"USER"}',
        now() - interval '2 days', now() + interval '5 days')
returning id

-- name: fate
select concat_ws(' ', l.op, l.outcome, l.code, c.kind, c.field, c.code, c.detail) as fate
from mutation_log l
left join conflict c on c.workspace_id = l.workspace_id and c.mutation_id = l.id
where l.workspace_id = :ws::uuid and l.id = :mutation::uuid
order by 1

-- name: failed
update campaign_prospect set status = 'FAILED'
where workspace_id = :ws and campaign_id = :campaign and prospect_id = :prospect
returning id

-- name: unheard
-- what has been said of a workspace and not yet been heard by all who listen
select e.id from event e, event_consumer c left join event_tick t on t.id = c.tick_id
where e.workspace_id = :ws::uuid and (t.id is null or not pg_visible_in_snapshot(e.xid, t.snapshot))
limit 1

-- name: sent
with gone as (delete from send_job where workspace_id = :ws and email_id = :email)
update email set status = 'SENT', sent_at = now(), accepted_at = now()
where workspace_id = :ws and id = :email
returning id

-- name: acts
-- what was ever written down, of whomever
select distinct action from audit_log order by 1

-- name: hookSecret
insert into hook_secret (workspace_id, id, place, secret, made_by, created_at)
values (:ws, gen_random_uuid(), 2, '', :user, now())
returning id

-- name: dropHookSecret
delete from hook_secret where workspace_id = :ws and place = 2
returning id
