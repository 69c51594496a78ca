-- Every statement here answers with statements, one a row: names and passwords cannot be parameters
-- of DDL, so PostgreSQL's own format() quotes them.

-- name: createRoles
select format('create role %I nologin nosuperuser nobypassrls noinherit', role)
from unnest(array['sc_owner', 'sc_app', 'sc_worker']) role
where not exists (select from pg_roles where rolname = role)

-- name: createLogin
-- noinherit: a connection that forgot to take a role can do nothing
select format('create role sales_copilot login nosuperuser nobypassrls noinherit')
where not exists (select from pg_roles where rolname = 'sales_copilot')
union all
select format('alter role sales_copilot password %L', :password::text)
union all
select 'grant sc_owner, sc_app, sc_worker to sales_copilot'

-- name: createDatabase
select format('create database %I owner sc_owner', :name::text)
where not exists (select from pg_database where datname = :name)

-- name: setting
select setting from pg_settings where name = :name

-- name: missing
select role
from unnest(array['sc_owner', 'sc_app', 'sc_worker']) role
where not exists (select from pg_roles where rolname = role)
   or not pg_has_role(session_user, role, 'MEMBER')
union all
select 'schema'
where exists (select from pg_roles where rolname = 'sc_owner')
  and not (has_schema_privilege('sc_owner', 'public', 'CREATE')
           and has_database_privilege('sc_owner', current_database(), 'CREATE'))

-- name: forThisLogin
select format('create role %I nologin nosuperuser nobypassrls noinherit;', role)
from unnest(array['sc_owner', 'sc_app', 'sc_worker']) role
where not exists (select from pg_roles where rolname = role)
union all
select format('grant sc_owner, sc_app, sc_worker to %I;', session_user)
union all
select format('grant create on database %I to sc_owner;', current_database())
union all
select 'grant usage, create on schema public to sc_owner;'
