-- name: tokens
select id, access_token, refresh_token from oauth_connection where user_id = :user
