-- name: doubtful
-- carried by email's primary key; one that a person sends again, and that proves to have arrived the
-- first time, need not leave a second time. Not one that its server refused for now: a scanner may read a
-- text that is then not accepted
select id from email
where workspace_id = :ws and id = any(:ids::uuid[])
  and (status = 'UNCONFIRMED' or (status = 'PENDING_SEND' and message_id is not null and last_reply is null))
