-- name: problems
-- reads the catalogue, so it holds for every migration to come; session is known by its own id, a
-- one-time code by its hash
with tenant as (
  select c.oid, c.relname, c.relrowsecurity, c.relforcerowsecurity
  from pg_class c
  join pg_attribute a on a.attrelid = c.oid and a.attname = 'workspace_id' and not a.attisdropped
  where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
    and c.relname not in ('session', 'one_time_code')
)
select format('%I holds rows of workspaces without forced row-level security', relname) as problem
from tenant where not (relrowsecurity and relforcerowsecurity)
union all
select format('%I has a policy for %s that does not ask for the workspace', t.relname, p.polname)
from tenant t join pg_policy p on p.polrelid = t.oid
where 'sc_app'::regrole = any (p.polroles)
  and pg_get_expr(p.polqual, p.polrelid) not like '%workspace_id = %'
  and not (t.relname in ('workspace_member', 'audit_log') and p.polname = 'mine')
union all
select format('%I has no policy %s', t.relname, wanted.policy)
from tenant t
cross join (values ('a workspace reads by', 'sc_app'), ('its owner reads by', 'sc_owner')) wanted (policy, role)
where not exists (
  select from pg_policy p where p.polrelid = t.oid and wanted.role::regrole = any (p.polroles))
union all
select format('%I has a policy for everybody', t.relname)
from tenant t join pg_policy p on p.polrelid = t.oid
where p.polroles = array[0::oid]
union all
select format('%I is unique across workspaces by %I', t.relname, i.indexrelid::regclass)
from tenant t join pg_index i on i.indrelid = t.oid
where i.indisunique
  and not exists (select from pg_attribute a where a.attrelid = t.oid and a.attnum = any (i.indkey)
                  and (a.attname = 'workspace_id' or a.attidentity <> ''))
union all
select format('%I refers to %s without the workspace', t.relname, f.confrelid::regclass)
from tenant t
join pg_constraint f on f.conrelid = t.oid and f.contype = 'f'
join tenant target on target.oid = f.confrelid
where not exists (
  select from unnest(f.conkey, f.confkey) k (here, there)
  join pg_attribute a on a.attrelid = f.conrelid and a.attnum = k.here and a.attname = 'workspace_id'
  join pg_attribute b on b.attrelid = f.confrelid and b.attnum = k.there and b.attname = 'workspace_id')
union all
select format('%I belongs to %s, not to sc_owner', c.relname, pg_get_userbyid(c.relowner))
from pg_class c
where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
  and pg_get_userbyid(c.relowner) <> 'sc_owner'
union all
select format('role %I may more than it should', rolname)
from pg_roles
where rolname in ('sc_owner', 'sc_app', 'sc_worker') and (rolsuper or rolbypassrls or rolcanlogin)
union all
select format('function %I runs with the rights of its owner', p.proname)
from pg_proc p
where p.pronamespace = 'public'::regnamespace and p.prosecdef
union all
select format('view %I could show what its reader may not see', c.relname)
from pg_class c
where c.relnamespace = 'public'::regnamespace
  and (c.relkind = 'm'
       or c.relkind = 'v' and not coalesce(c.reloptions @> array['security_invoker=true'], false))
