package com.salescopilot.server.email;

import com.fasterxml.jackson.databind.JsonNode;
import com.salescopilot.model.entity.Doc;
import com.salescopilot.model.id.DerivedId;
import com.salescopilot.model.id.UuidText;
import com.salescopilot.model.sync.EmailCommand;
import com.salescopilot.model.value.Value;
import com.salescopilot.server.http.AppError;
import com.salescopilot.server.http.Caller;
import com.salescopilot.server.http.Request;
import com.salescopilot.server.rest.IdempotencyKey;
import com.salescopilot.server.rest.RequestBody;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/// A letter that somebody wants to leave.
///
/// @param key by which a repeat is known
/// @param templateId that it was written with; empty for that of its draft
/// @param body `{html, text}`, one of them or both
record SendRequest(
    String key,
    Optional<UUID> draftId,
    Optional<UUID> prospectId,
    Optional<UUID> campaignId,
    Optional<UUID> templateId,
    String to,
    String subject,
    Value.Fields body,
    int undoSeconds) {

  /// Reads a request.
  ///
  /// @throws AppError.Invalid with everything that is wrong with its form; what it says is judged
  ///   by the rules
  static SendRequest of(Caller caller, Request request) {
    RequestBody body = RequestBody.of(caller, request);
    SendRequest wanted =
        new SendRequest(
            key(body, IdempotencyKey.of(request)),
            id(body, "draftId"),
            id(body, "prospectId"),
            id(body, "campaignId"),
            id(body, "templateId"),
            needed(body, "to"),
            needed(body, "subject"),
            halves(body),
            undo(body));
    body.noMore();
    body.done();
    return wanted;
  }

  /// The mail's id if it comes from no draft.
  UUID idWithoutDraft(Caller caller) {
    return DerivedId.emailForKey(caller.user(), key);
  }

  /// The command for it.
  ///
  /// @param template that is there
  EmailCommand.Send command(
      UUID email, int generation, Optional<UUID> prospect, Optional<Doc> template) {
    return new EmailCommand.Send(
        email,
        draftId,
        generation,
        prospect,
        campaignId,
        template.map(Doc::id),
        template.map(row -> (int) row.whole("revision")).orElse(0),
        Optional.empty(),
        to,
        subject,
        body,
        Optional.of(key),
        Optional.empty(),
        undoSeconds);
  }

  private static String key(RequestBody body, Optional<String> header) {
    Optional<String> member = body.takeText("idempotencyKey");
    if (member.isPresent() && !IdempotencyKey.acceptable(member.get())) {
      body.wrong(
          "/idempotencyKey",
          "must have 1 to " + IdempotencyKey.LONGEST + " visible ASCII characters.");
    } else if (member.isPresent() && header.isPresent() && !member.equals(header)) {
      body.wrong("/idempotencyKey", "is not the same as the Idempotency-Key header.");
    } else if (member.isEmpty() && header.isEmpty()) {
      body.wrong("/idempotencyKey", "is missing.");
    }
    return member.or(() -> header).orElse("");
  }

  private static String needed(RequestBody body, String name) {
    Optional<String> text = body.takeText(name);
    if (text.isEmpty() || text.get().isBlank()) {
      body.wrong("/" + name, "is missing.");
    }
    return text.orElse("");
  }

  private static Optional<UUID> id(RequestBody body, String name) {
    Optional<String> text = body.takeText(name);
    try {
      return text.map(t -> UuidText.parse(name, t));
    } catch (IllegalArgumentException _) {
      body.wrong("/" + name, "must be a UUID.");
      return Optional.empty();
    }
  }

  private static Value.Fields halves(RequestBody body) {
    SortedMap<String, Value> halves = new TreeMap<>();
    body.takeText("bodyHtml").ifPresent(html -> halves.put("html", Value.text(html)));
    body.takeText("bodyText").ifPresent(text -> halves.put("text", Value.text(text)));
    return new Value.Fields(halves);
  }

  private static int undo(RequestBody body) {
    Optional<JsonNode> seconds = body.take("undoSeconds");
    if (seconds.isEmpty()) {
      return 0;
    }
    int most = EmailCommand.Send.LONGEST_UNDO;
    int value = seconds.get().isInt() ? seconds.get().intValue() : -1;
    if (value < 0 || value > most) {
      body.wrong("/undoSeconds", "must be a whole number from 0 to " + most + ".");
      return 0;
    }
    return value;
  }
}
