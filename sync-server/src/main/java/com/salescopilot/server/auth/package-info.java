/// Accounts: signing up and in, access tokens, sessions and the rotation of refresh tokens.
@NullMarked
package com.salescopilot.server.auth;

import org.jspecify.annotations.NullMarked;
