-- Sessions that ended long ago are forgotten by housekeeping, and their tokens with them.

create index session_expiry on session (expires_at);
create index session_ended on session (revoked_at) where revoked_at is not null;

grant delete on session to sc_worker;
