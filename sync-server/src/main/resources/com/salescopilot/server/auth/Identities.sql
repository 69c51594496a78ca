-- name: find
-- carried by oauth_connection_identity
select id, user_id from oauth_connection where provider = :provider and subject = :subject

-- name: insert
insert into oauth_connection (id, user_id, provider, subject, email_address, access_token, refresh_token,
                              token_expires_at, created_at, updated_at)
values (:id, :user, :provider, :subject, :email, :access, :refresh, :expires, :now, :now)

-- name: renew
-- carried by the primary key; a provider may give a refresh token only the first time
update oauth_connection
set email_address = :email, access_token = :access, refresh_token = coalesce(:refresh, refresh_token),
    token_expires_at = :expires, updated_at = :now
where id = :id

-- name: list
-- carried by oauth_connection_user
select provider, email_address, created_at from oauth_connection where user_id = :user order by provider

-- name: delete
-- carried by oauth_connection_user
delete from oauth_connection where user_id = :user and provider = :provider

-- name: lock
-- carried by the primary key
select id from users where id = :user for no key update
