-- name: history
-- carried by mutation_log_entity and mutation_log_also; what one person owns is told to them alone, and
-- what was refused did nothing to the row
select l.id, l.op, l.edited_at, l.user_id, l.body,
  nullif(trim(concat(u.first_name, ' ', u.last_name)), '') as name
from mutation_log l left join users u on u.id = l.user_id
where l.workspace_id = :ws and (l.entity_id = :id or l.also @> array[:id::uuid])
  and (l.entity = :entity or l.also @> array[:id::uuid])
  and l.outcome in ('APPLIED', 'MERGED') and (not :mine or l.user_id = :user)
order by l.received_at desc, l.seq desc nulls last limit :limit offset :offset

-- name: historyCount
-- carried by mutation_log_entity and mutation_log_also
select count(*) as n from mutation_log l
where l.workspace_id = :ws and (l.entity_id = :id or l.also @> array[:id::uuid])
  and (l.entity = :entity or l.also @> array[:id::uuid])
  and l.outcome in ('APPLIED', 'MERGED') and (not :mine or l.user_id = :user)

-- name: trash
-- carried by tombstone_rev; a merged row cannot come back as itself
select t.entity, t.id, t.rev, t.doc, t.by_user, t.at,
  nullif(trim(concat(u.first_name, ' ', u.last_name)), '') as name
from tombstone t left join users u on u.id = t.by_user
where t.workspace_id = :ws and t.owner = any(array[:ws, :user]::uuid[]) and t.doc is not null
  and t.entity in ('prospect', 'template', 'email_draft')
  and not exists (select 1 from prospect_alias a
                  where a.workspace_id = t.workspace_id and a.id = t.id)
order by t.at desc, t.id limit :limit offset :offset

-- name: trashCount
-- carried by tombstone_rev
select count(*) as n from tombstone t
where t.workspace_id = :ws and t.owner = any(array[:ws, :user]::uuid[]) and t.doc is not null
  and t.entity in ('prospect', 'template', 'email_draft')
  and not exists (select 1 from prospect_alias a
                  where a.workspace_id = t.workspace_id and a.id = t.id)
