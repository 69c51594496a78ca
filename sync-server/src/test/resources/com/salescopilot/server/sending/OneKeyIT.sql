-- name: emails
select count(*) from email
