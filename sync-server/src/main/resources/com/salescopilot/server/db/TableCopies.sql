-- The owner of the tables reads and fills them. Names cannot be parameters of COPY and DDL, so
-- PostgreSQL writes those statements itself.

-- name: migrated
select to_regclass('public.flyway_schema_history') is not null as migrated

-- name: schema
select version from flyway_schema_history
where success and version is not null
order by installed_rank desc limit 1

-- name: occupied
select exists (select from users) or exists (select from workspace) as occupied

-- name: others
-- whoever works on this database beside us
select count(*) as others from pg_stat_activity
where datname = current_database() and pid <> pg_backend_pid()
  and application_name = 'sales-copilot'

-- name: tables
-- what is referred to comes first; no two tables refer to each other
with recursive tables as (
  select oid, relname from pg_class
  where relnamespace = 'public'::regnamespace and relkind = 'r'
    and relname <> 'flyway_schema_history'
), refers as (
  select distinct conrelid as here, confrelid as there from pg_constraint
  where contype = 'f' and conrelid <> confrelid
), depths (oid, depth) as (
  select oid, 0 from tables
  union
  select r.here, d.depth + 1 from depths d join refers r on r.there = d.oid
)
select t.relname as name,
       (select array_agg(a.attname::text order by a.attnum) from pg_attribute a
        where a.attrelid = t.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '')
         as columns
from tables t
join (select oid, max(depth) as depth from depths group by oid) d on d.oid = t.oid
order by d.depth, t.relname

-- name: counters
select sequencename as name, coalesce(last_value, 0) as last
from pg_sequences where schemaname = 'public' order by sequencename

-- name: out
select format('copy %I (%s) to stdout', :name::text,
              (select string_agg(format('%I', c), ', ') from unnest(:columns::text[]) c))

-- name: into
select format('copy %I (%s) from stdin', :name::text,
              (select string_agg(format('%I', c), ', ') from unnest(:columns::text[]) c))

-- name: count
select format('select setval(%L, %s, %L)', format('public.%I', :name::text),
              greatest(:last::bigint, 1), :last::bigint > 0)

-- name: truncate
select format('truncate %s', string_agg(format('%I', relname), ', ')) from pg_class
where relnamespace = 'public'::regnamespace and relkind = 'r'
  and relname <> 'flyway_schema_history'

-- name: quiet
-- triggers keep numbers, and those come with the copy; COPY fills no table whose owner is bound by
-- row-level security. Both are so again at the end of the same transaction
select distinct format('alter table %s disable trigger user', tgrelid::regclass)
from pg_trigger where not tgisinternal
union all
select format('alter table %s no force row level security', oid::regclass)
from pg_class
where relnamespace = 'public'::regnamespace and relkind = 'r' and relrowsecurity

-- name: loud
select distinct format('alter table %s enable trigger user', tgrelid::regclass)
from pg_trigger where not tgisinternal
union all
select format('alter table %s force row level security', oid::regclass)
from pg_class
where relnamespace = 'public'::regnamespace and relkind = 'r' and relrowsecurity

-- name: clear
-- an extension's functions are its own
select format('drop table %I cascade', relname) from pg_class
where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
union all
select format('drop sequence if exists %I cascade', relname) from pg_class
where relnamespace = 'public'::regnamespace and relkind = 'S'
union all
select format('drop function if exists %s cascade', p.oid::regprocedure) from pg_proc p
where p.pronamespace = 'public'::regnamespace
  and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e')
union all
select format('drop type if exists %I cascade', relname) from pg_class
where relnamespace = 'public'::regnamespace and relkind = 'c'
