-- name: sender
-- carried by the primary key
select first_name, last_name, email from users where id = :user
