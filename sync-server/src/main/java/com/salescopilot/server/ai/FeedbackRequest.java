package com.salescopilot.server.ai;

import com.salescopilot.server.http.AppError;
import com.salescopilot.server.http.Caller;
import com.salescopilot.server.http.Check;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What became of a suggestion.
record FeedbackRequest(
    UUID requestId,
    @Nullable UUID workspaceId,
    About kind,
    Verdict verdict,
    @Nullable String finalText,
    @Nullable String reason) {
  private static final int LONGEST_TEXT = 20_000;
  private static final int LONGEST_REASON = 1_000;

  /// What was suggested.
  enum About {
    PERSONALIZE,
    REWRITE,
    SCORE
  }

  /// What somebody did with it.
  enum Verdict {
    ACCEPTED,
    EDITED,
    REJECTED,
    UP,
    DOWN
  }

  FeedbackRequest checked(Caller caller) {
    if (workspaceId != null && !workspaceId.equals(caller.workspace().value())) {
      throw new AppError.Forbidden("WORKSPACE", "You are signed in to another workspace.");
    }
    Check check = new Check();
    LetterRequest.atMost(check, finalText, LONGEST_TEXT, "/finalText");
    LetterRequest.atMost(check, reason, LONGEST_REASON, "/reason");
    check.done();
    return this;
  }
}
