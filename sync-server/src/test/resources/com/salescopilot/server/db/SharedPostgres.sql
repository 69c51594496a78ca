-- name: copyTemplate
select format('create database %I owner sc_owner template migrated', :name::text)

-- name: drop
select format('drop database if exists %I with (force)', :name::text)

-- name: dropLeftOver
select format('drop database if exists %I with (force)', datname)
from pg_database where datname = 'migrated' or datname like 'test\_%'
