package com.salescopilot.server.dashboard;

import com.salescopilot.model.id.UserId;
import com.salescopilot.server.http.Caller;
import java.util.Locale;
import java.util.Optional;

/// Whose mails are counted.
enum Whose {
  /// Those that the caller sent.
  ME,
  /// All of the workspace.
  WORKSPACE;

  /// The one sender whose mails count; empty for all.
  Optional<UserId> sender(Caller caller) {
    return switch (this) {
      case ME -> Optional.of(caller.user());
      case WORKSPACE -> Optional.empty();
    };
  }

  /// The word in queries and answers.
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
