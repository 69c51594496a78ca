-- name: workspaces
-- carried by stream's primary key
select workspace_id from stream where owner = workspace_id order by 1

-- name: mend
-- reads all mails of a workspace, once a night. What is added is the difference as of one snapshot,
-- so what changes meanwhile adds its own
with wrong as (
  select right_one, kept
  from (select * from stat_counted where workspace_id = :ws) right_one
  full join (select * from stat where workspace_id = :ws) kept using (scope, scope_id, bucket)
  where right_one is distinct from kept)
select stat_add(
  array(select row((right_one).*)::stat from wrong where right_one is not null),
  array(select row((kept).*)::stat from wrong where kept is not null)) as n
