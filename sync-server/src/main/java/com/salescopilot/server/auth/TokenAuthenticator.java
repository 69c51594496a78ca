package com.salescopilot.server.auth;

import com.salescopilot.model.id.UserId;
import com.salescopilot.model.id.WorkspaceId;
import com.salescopilot.server.http.AppError;
import com.salescopilot.server.http.Authenticator;
import com.salescopilot.server.http.Caller;

/// Lets in who brings a good token of a session that still stands.
final class TokenAuthenticator implements Authenticator {
  private final AccessTokens tokens;
  private final ChangedSessions sessions;

  TokenAuthenticator(AccessTokens tokens, ChangedSessions sessions) {
    this.tokens = tokens;
    this.sessions = sessions;
  }

  @Override
  public Caller authenticate(String token) {
    Claims claims = tokens.verify(token);
    if (!sessions.allows(claims.sid(), claims.gen())) {
      throw new AppError.Unauthenticated();
    }
    return new Caller(
        new WorkspaceId(claims.ws()), new UserId(claims.sub()), claims.role(), claims.sid());
  }
}
