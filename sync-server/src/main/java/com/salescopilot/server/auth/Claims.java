package com.salescopilot.server.auth;

import com.salescopilot.model.sync.Role;
import java.util.UUID;

/// What an access token says; all of it is required, and nothing else is allowed.
///
/// @param sub the user
/// @param sid the session
/// @param gen the session's generation when the token was made
/// @param ws the workspace
/// @param iat seconds since 1970, as `exp`
/// @param jti this token
record Claims(
    String iss,
    String aud,
    UUID sub,
    UUID sid,
    int gen,
    UUID ws,
    Role role,
    long iat,
    long exp,
    UUID jti) {}
