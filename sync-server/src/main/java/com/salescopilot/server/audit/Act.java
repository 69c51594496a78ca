package com.salescopilot.server.audit;

/// What is worth knowing later. The names are stored, so none changes its meaning.
public enum Act {
  SIGN_IN,
  /// Many wrong passwords for one account.
  SIGN_IN_FAILURES,
  /// A copy of a refresh token came; its session ended.
  REFRESH_REUSED,
  /// A code that a browser carried came twice; the session it had opened ended.
  CODE_REUSED,
  LOG_OUT,
  SESSION_ENDED,
  PASSWORD_CHANGED,
  PASSWORD_RESET,
  PASSWORD_RESET_REFUSED,
  /// An account can be signed in to at a provider.
  ACCOUNT_LINKED,
  ACCOUNT_UNLINKED,
  INVITED,
  INVITE_WITHDRAWN,
  MEMBER_JOINED,
  MEMBER_LEFT,
  MEMBER_REMOVED,
  ROLE_CHANGED,
  WORKSPACE_CHANGED,
  WORKSPACE_EXPORTED,
  WORKSPACE_DELETED,
  HOOK_SECRET_MADE,
  HOOK_SECRET_REMOVED,
  /// Somebody's data was erased for good.
  PROSPECT_ERASED,
  /// Mails may go again to an address that wanted none.
  SUPPRESSION_REMOVED,
  /// The operator lets go what a restore has held back.
  SENDS_RELEASED,
  ACCOUNT_EXPORTED,
  ACCOUNT_DELETED,
  /// A new master key came into use.
  KEYS_ROTATED
}
