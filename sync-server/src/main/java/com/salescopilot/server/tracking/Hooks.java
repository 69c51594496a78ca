package com.salescopilot.server.tracking;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.salescopilot.model.event.EventType;
import com.salescopilot.model.id.UuidText;
import com.salescopilot.model.id.WorkspaceId;
import com.salescopilot.model.tracking.AgentKind;
import com.salescopilot.model.tracking.Hit;
import com.salescopilot.server.db.Args;
import com.salescopilot.server.db.Database;
import com.salescopilot.server.db.Scope;
import com.salescopilot.server.db.Statements;
import com.salescopilot.server.db.Tx;
import com.salescopilot.server.events.EventLog;
import com.salescopilot.server.http.AppError;
import com.salescopilot.server.http.FieldError;
import com.salescopilot.server.http.Request;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/// Takes reports of opens and replies from programs that can prove who they are.
final class Hooks {
  private final Database database;
  private final EventLog log;
  private final Proofs proofs;
  private final HookSecrets secrets;
  private final HookPolicy policy;
  private final InstantSource clock;
  private final Supplier<UUID> ids;
  private final Statements statements = Statements.load(Hooks.class);

  /// What became of a report.
  enum Taken {
    TAKEN,
    /// It was taken before and had its effect then.
    KNOWN
  }

  Hooks(
      Database database,
      EventLog log,
      Proofs proofs,
      HookSecrets secrets,
      HookPolicy policy,
      InstantSource clock,
      Supplier<UUID> ids) {
    this.database = database;
    this.log = log;
    this.proofs = proofs;
    this.secrets = secrets;
    this.policy = policy;
    this.clock = clock;
    this.ids = ids;
  }

  /// Takes a report.
  ///
  /// @throws AppError.Malformed if it does not name an e-mail
  /// @throws AppError.Unauthenticated if nothing proves it and a proof is needed
  /// @throws AppError.NotFound if there is no such e-mail
  Taken take(EventType type, Request request) {
    JsonNode body = request.tree();
    UUID email = email(body);
    Proofs.Report report = Proofs.Report.of(request);
    Optional<Proofs.Proof> cheap = proofs.withoutLooking(report, body, email);
    return database.asWorker(tx -> take(tx, type, report, body, email, cheap));
  }

  private Taken take(
      Tx tx,
      EventType type,
      Proofs.Report report,
      JsonNode body,
      UUID email,
      Optional<Proofs.Proof> cheap) {
    Optional<WorkspaceId> workspace =
        tx
            .list(
                statements.get("workspace"),
                Args.of("email", email),
                row -> new WorkspaceId(row.uuid("workspace_id")))
            .stream()
            .findFirst();
    Optional<Proofs.Proof> proof =
        cheap.or(
            () ->
                workspace.flatMap(
                    ws ->
                        proofs
                            .ofWorkspace(report, ws)
                            .or(() -> proofs.byMade(report, secrets(tx, report, ws)))));
    if (proof.isEmpty() && !policy.unproved()) {
      throw new AppError.Unauthenticated();
    }
    if (workspace.isEmpty()) {
      throw new AppError.NotFound();
    }
    Optional<String> receipt = proof.flatMap(Proofs.Proof::receipt);
    if (receipt.isPresent() && isRepeat(tx, workspace.get(), receipt.get())) {
      return Taken.KNOWN;
    }
    Instant now = clock.instant();
    Set<UUID> written =
        log.append(
            tx,
            List.of(
                new EventLog.Heard(
                    ids.get(), type, email, now, payload(type, body, now, proof.isPresent()))));
    if (written.isEmpty()) {
      throw new AppError.NotFound();
    }
    return Taken.TAKEN;
  }

  /// Asked only of a report that brings something to compare them with.
  private List<String> secrets(Tx tx, Proofs.Report report, WorkspaceId workspace) {
    boolean brings =
        report.header().apply("Authorization").isPresent()
            || report.header().apply("webhook-signature").isPresent();
    return brings
        ? tx.within(Scope.ofSystem(workspace), inner -> secrets.live(inner, workspace))
        : List.of();
  }

  private boolean isRepeat(Tx tx, WorkspaceId workspace, String receipt) {
    tx.exec(statements.get("forget"), Args.none());
    return tx.exec(statements.get("receive"), Args.of("ws", workspace).and("id", receipt)) == 0;
  }

  private static ObjectNode payload(EventType type, JsonNode body, Instant now, boolean proved) {
    ObjectNode payload = JsonNodeFactory.instance.objectNode().put("verified", proved);
    Instant at = instant(body, now);
    if (type == EventType.EMAIL_OPENED) {
      Hit.Proof proof = proved ? Hit.Proof.HOOK : Hit.Proof.NONE;
      return payload
          .put("openedAt", at.toString())
          .put("proof", proof.name())
          .put("agent", AgentKind.NONE.name());
    }
    payload.put("repliedAt", at.toString());
    text(body, "reply_subject").ifPresent(text -> payload.put("replySubject", text));
    text(body, "reply_body")
        .or(() -> text(body, "html"))
        .ifPresent(text -> payload.put("replyBody", text));
    text(body, "from").ifPresent(text -> payload.put("from", text));
    text(body, "message_id").ifPresent(text -> payload.put("messageId", text));
    return payload;
  }

  /// When it happened as the reporter says, never in the future; nor before there were mails, as no
  /// database would keep that.
  private static Instant instant(JsonNode body, Instant now) {
    return text(body, "received_at").map(Hooks::instant).filter(at -> at.isBefore(now)).orElse(now);
  }

  private static Instant instant(String text) {
    try {
      Instant at = Instant.parse(text);
      if (!at.isBefore(Instant.EPOCH)) {
        return at;
      }
    } catch (DateTimeException _) {
      // as wrong as one that is too early
    }
    throw malformed("/received_at", "must be an instant such as 2026-01-31T12:00:00Z.");
  }

  private static UUID email(JsonNode body) {
    String text = text(body, "email_id").orElse("");
    try {
      return UuidText.parse("email_id", text);
    } catch (IllegalArgumentException _) {
      throw malformed("/email_id", "must be the UUID of an e-mail.");
    }
  }

  /// A text member, without what no database keeps: NUL, and halves of a character.
  private static Optional<String> text(JsonNode body, String member) {
    JsonNode value = body.path(member);
    if (value.isMissingNode() || value.isNull()) {
      return Optional.empty();
    }
    if (!value.isTextual()) {
      throw malformed("/" + member, "must be a text.");
    }
    byte[] whole = value.textValue().replace("\0", "").getBytes(StandardCharsets.UTF_8);
    return Optional.of(new String(whole, StandardCharsets.UTF_8));
  }

  private static AppError malformed(String pointer, String message) {
    return new AppError.Malformed(List.of(new FieldError(pointer, message)));
  }
}
