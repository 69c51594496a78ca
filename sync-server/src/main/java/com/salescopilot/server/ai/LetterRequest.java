package com.salescopilot.server.ai;

import com.salescopilot.model.ai.Goal;
import com.salescopilot.model.mail.PlainText;
import com.salescopilot.server.http.AppError;
import com.salescopilot.server.http.Caller;
import com.salescopilot.server.http.Check;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What the three questions about a letter have in common, as it came.
record LetterRequest(
    UUID requestId,
    @Nullable UUID workspaceId,
    @Nullable UUID prospectId,
    @Nullable UUID draftId,
    @Nullable String subject,
    @Nullable String bodyText,
    @Nullable String bodyHtml,
    @Nullable String locale,
    @Nullable String tone,
    @Nullable EngineChoice engine,
    @Nullable List<FactRequest> facts,
    @Nullable Goal goal) {
  private static final int LONGEST_BODY = 20_000;
  private static final int LONGEST_SUBJECT = 998;
  private static final int LONGEST_FACT = 1_000;
  private static final int LONGEST_WORD = 40;
  private static final int MOST_FACTS = 50;

  /// Which engine is wanted.
  enum EngineChoice {
    auto,
    builtin,
    external
  }

  /// A fact that the request adds.
  record FactRequest(String text) {}

  /// Refuses what is not acceptable.
  ///
  /// @throws AppError.Forbidden for another workspace
  /// @throws AppError.Invalid with everything else that is wrong
  LetterRequest checked(Caller caller, Kind kind) {
    if (workspaceId != null && !workspaceId.equals(caller.workspace().value())) {
      throw new AppError.Forbidden("WORKSPACE", "You are signed in to another workspace.");
    }
    Check check = new Check();
    check.that(bodyText != null || bodyHtml != null, "/bodyText", "is missing.");
    atMost(check, bodyText, LONGEST_BODY, "/bodyText");
    atMost(check, bodyHtml, 5 * LONGEST_BODY, "/bodyHtml");
    atMost(check, subject, LONGEST_SUBJECT, "/subject");
    atMost(check, locale, LONGEST_WORD, "/locale");
    atMost(check, tone, LONGEST_WORD, "/tone");
    List<FactRequest> more = facts == null ? List.of() : facts;
    check.that(more.size() <= MOST_FACTS, "/facts", "must be at most " + MOST_FACTS + ".");
    for (int i = 0; i < more.size(); i++) {
      atMost(check, more.get(i).text(), LONGEST_FACT, "/facts/" + i + "/text");
    }
    check.that(kind != Kind.REWRITE || goal != null, "/goal", "is missing.");
    check.done();
    return this;
  }

  static void atMost(Check check, @Nullable String text, int most, String pointer) {
    check.that(
        text == null || (text.length() <= most && text.indexOf('\0') < 0),
        pointer,
        "must have at most " + most + " characters, and no NUL.");
  }

  String subjectText() {
    return subject == null ? "" : subject;
  }

  /// The words of the letter; hunks and spans are offsets in them.
  String text() {
    if (bodyText != null) {
      return bodyText;
    }
    return bodyHtml == null ? "" : PlainText.fromHtml(bodyHtml);
  }

  Optional<String> language() {
    return Optional.ofNullable(locale).filter(tag -> !tag.isBlank());
  }

  EngineChoice choice() {
    return engine == null ? EngineChoice.auto : engine;
  }

  List<String> factTexts() {
    return facts == null ? List.of() : facts.stream().map(FactRequest::text).toList();
  }

  /// Names what personalising chooses by, also where there is no draft yet.
  static String name(@Nullable UUID id) {
    return id == null ? "" : id.toString();
  }
}
