-- name: kids
select kid from data_key union select kid from key_check

-- name: noDataKeys
delete from data_key

-- name: noCheck
delete from key_check
