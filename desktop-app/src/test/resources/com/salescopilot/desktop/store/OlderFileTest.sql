-- name: indexOf7
drop index {table}_by_words

-- name: rowsOf7
alter table {table} drop column beginnings

-- name: listsOf7
create index {table}_by_words on {table} (words)

-- name: version7
pragma user_version = 7

-- name: version
pragma user_version

-- name: indexOf9
drop index email_by_moved

-- name: greekOf9
update prospect set words = replace(words, 'σ', 'ς')
