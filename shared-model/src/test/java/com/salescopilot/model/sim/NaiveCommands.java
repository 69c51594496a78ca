package com.salescopilot.model.sim;

import com.salescopilot.model.id.DerivedId;
import com.salescopilot.model.sim.NaiveServer.Told;
import com.salescopilot.model.sim.NaiveTables.Came;
import com.salescopilot.model.value.Value;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/// Commands in the plain model.
final class NaiveCommands {
  private static final Map<String, String> TARGETS =
      Map.of(
          "campaign.start", "ACTIVE",
          "campaign.resume", "ACTIVE",
          "campaign.pause", "PAUSED",
          "campaign.reopen", "PAUSED",
          "campaign.complete", "COMPLETED",
          "campaign.archive", "ARCHIVED");
  private static final Map<String, List<String>> LEAVES =
      Map.of(
          "campaign.start", List.of("DRAFT"),
          "campaign.resume", List.of("PAUSED"),
          "campaign.pause", List.of("ACTIVE"),
          "campaign.reopen", List.of("COMPLETED", "ARCHIVED"),
          "campaign.complete", List.of("ACTIVE", "PAUSED"),
          "campaign.archive", List.of("DRAFT", "PAUSED", "COMPLETED"));
  private static final Map<String, List<String>> MAIL_MOVES =
      Map.of(
          "PENDING_SEND", List.of("SENDING", "CANCELLED", "FAILED", "SENT"),
          "SENDING",
              List.of("PENDING_SEND", "SENT", "BOUNCED", "FAILED", "UNCONFIRMED", "CANCELLED"),
          "CANCELLED", List.of("PENDING_SEND"),
          "UNCONFIRMED", List.of("SENT", "BOUNCED", "FAILED", "PENDING_SEND"),
          "SENT", List.of("BOUNCED", "FAILED"),
          "FAILED", List.of("PENDING_SEND", "SENT"),
          "BOUNCED", List.of());

  private static final Set<String> NEEDED =
      Set.of("userId", "toEmail", "subject", "idempotencyKey", "sentAt");

  private final NaiveTables tables;
  private final Map<UUID, List<Object>> contents = new HashMap<>();

  NaiveCommands(NaiveTables tables) {
    this.tables = tables;
  }

  Came apply(Told told) {
    if (told.op().equals("email.send")) {
      return send(told);
    }
    if (told.op().equals("email.evidence")) {
      return evidence(told);
    }
    Optional<Map<String, Value>> row = tables.row(told.entity(), told.key());
    if (row.isEmpty() || !told.mayChange(row.get())) {
      return Came.REJECTED;
    }
    return switch (told.entity()) {
      case "campaign" ->
          told.op().equals("campaign.enrol") ? enrol(told, row.get()) : move(told, row.get());
      case "campaign_prospect" -> exclude(told, row.get());
      default -> told.op().equals("email.freeze") ? freeze(told, row.get()) : mail(told, row.get());
    };
  }

  /// Whether it is a letter of which a client only saw that it had left, without its content.
  boolean isOnlySeen(Told told) {
    return told.op().equals("email.send")
        && tables.row("email", told.key()).isPresent()
        && !contents.containsKey(told.key());
  }

  private Came move(Told told, Map<String, Value> row) {
    String status = NaiveTables.text(row, "status").orElseThrow();
    String target = TARGETS.getOrDefault(told.op(), "");
    if (status.equals(target)) {
      return Came.NOTHING;
    }
    boolean starts = target.equals("ACTIVE");
    boolean unseen = !told.text("seen").equals(NaiveTables.text(row, "statusChange"));
    boolean stale = told.editedAt().plus(Duration.ofHours(24)).isBefore(told.now());
    if (!LEAVES.getOrDefault(told.op(), List.of()).contains(status)
        || (starts && (unseen || stale))) {
      return Came.REJECTED;
    }
    Map<String, Value> after = changed(told, row, "status", target);
    after.put("statusChange", Value.text(told.id().toString()));
    if (starts) {
      after.putIfAbsent("activatedAt", Value.text(told.editedAt().toString()));
    }
    return put(told, told.key(), after);
  }

  private Came enrol(Told told, Map<String, Value> campaign) {
    String status = NaiveTables.text(campaign, "status").orElseThrow();
    if (status.equals("COMPLETED") || status.equals("ARCHIVED")) {
      return Came.REJECTED;
    }
    Set<UUID> people = new LinkedHashSet<>();
    if (told.body().get("prospectIds") instanceof Value.Items(var ids)) {
      ids.forEach(id -> people.add(tables.survivor(UUID.fromString(((Value.Text) id).text()))));
    }
    Set<UUID> added = new LinkedHashSet<>();
    for (UUID person : people) {
      boolean there = tables.row("prospect", person).isPresent();
      if (!there && !tables.isBuried("prospect", person)) {
        return Came.REJECTED;
      }
      UUID id = DerivedId.enrolment(told.key(), person);
      if (there && tables.row("campaign_prospect", id).isEmpty()) {
        added.add(person);
      }
    }
    added.forEach(person -> enrol(told, person));
    return added.isEmpty() ? Came.NOTHING : Came.APPLIED;
  }

  private void enrol(Told told, UUID person) {
    Value at = Value.text(told.editedAt().toString());
    Map<String, Value> row = new TreeMap<>();
    row.put("campaignId", Value.text(told.key().toString()));
    row.put("prospectId", Value.text(person.toString()));
    row.put("status", Value.text("ACTIVE"));
    row.put("currentStep", Value.whole(0));
    row.put("rotation", Value.whole(0));
    row.put("enrolledAt", at);
    row.put("createdAt", at);
    row.put("updatedAt", at);
    UUID id = DerivedId.enrolment(told.key(), person);
    tables.put("campaign_prospect", id, row, NaiveRows.write(told));
  }

  private Came exclude(Told told, Map<String, Value> row) {
    String status = told.text("status").orElseThrow();
    if (NaiveTables.text(row, "status").equals(Optional.of(status))) {
      return Came.NOTHING;
    }
    Map<String, Value> after = changed(told, row, "status", status);
    told.text("reason").ifPresent(reason -> after.put("reason", Value.text(reason)));
    return put(told, told.key(), after);
  }

  private Came send(Told told) {
    Optional<UUID> prospect = told.text("prospectId").map(UUID::fromString);
    List<Object> content =
        List.of(
            told.text("to"),
            told.text("subject"),
            told.fields("body"),
            prospect,
            told.text("campaignId"));
    if (tables.row("email", told.key()).isPresent()) {
      return content.equals(contents.get(told.key())) ? Came.NOTHING : Came.REJECTED;
    }
    Optional<UUID> person = prospect.map(tables::survivor);
    boolean there =
        exists("email_draft", told.text("draftId").map(UUID::fromString))
            && exists("campaign", told.text("campaignId").map(UUID::fromString))
            && exists("prospect", person);
    boolean theirs =
        person.isEmpty()
            || tables
                .row("prospect", person.get())
                .flatMap(row -> NaiveTables.text(row, "email"))
                .equals(told.text("to"));
    if (!there || !theirs) {
      return Came.REJECTED;
    }
    contents.put(told.key(), content);
    Map<String, Value> row = new TreeMap<>();
    boolean suppressed =
        tables.table("suppression").values().stream()
            .anyMatch(note -> NaiveTables.text(note, "address").equals(told.text("to")));
    row.put("status", Value.text(suppressed ? "CANCELLED" : "PENDING_SEND"));
    if (suppressed) {
      row.put("cancelReason", Value.text("SUPPRESSED"));
    }
    told.text("to").ifPresent(to -> row.put("toEmail", Value.text(to)));
    told.text("subject").ifPresent(subject -> row.put("subject", Value.text(subject)));
    told.text("draftId").ifPresent(draft -> row.put("draftId", Value.text(draft)));
    person.ifPresent(id -> row.put("prospectId", Value.text(id.toString())));
    told.user().ifPresent(user -> row.put("userId", Value.text(user.toString())));
    row.put("updatedAt", Value.text(told.editedAt().toString()));
    return put(told, told.key(), row);
  }

  private boolean exists(String entity, Optional<UUID> id) {
    return id.isEmpty() || tables.row(entity, id.get()).isPresent();
  }

  private Came mail(Told told, Map<String, Value> row) {
    String status = NaiveTables.text(row, "status").orElseThrow();
    String to =
        switch (told.op()) {
          case "email.cancel", "email.withdraw" -> "CANCELLED";
          case "email.settle" -> told.text("as").equals(Optional.of("SENT")) ? "SENT" : "FAILED";
          case "email.resend", "email.requeue" -> "PENDING_SEND";
          case "email.claim" -> "SENDING";
          default -> told.text("as").orElseThrow();
        };
    boolean requeued =
        !told.op().equals("email.requeue")
            || (status.equals("CANCELLED")
                && NaiveTables.text(row, "cancelReason").equals(Optional.of("PAUSED")));
    if (status.equals(to) || !requeued) {
      return Came.NOTHING;
    }
    boolean settled = !told.op().equals("email.settle") || status.equals("UNCONFIRMED");
    if (!settled || !MAIL_MOVES.getOrDefault(status, List.of()).contains(to)) {
      return Came.REJECTED;
    }
    Map<String, Value> after = changed(told, row, "status", to);
    if (to.equals("CANCELLED")) {
      after.put("cancelReason", Value.text(told.text("reason").orElse("USER")));
    } else if (told.op().equals("email.requeue")) {
      after.remove("cancelReason");
    }
    if (told.op().equals("email.requeue") || told.op().equals("email.resend")) {
      after.remove("hold");
    }
    return put(told, told.key(), after);
  }

  /// What may have left is held back.
  private Came freeze(Told told, Map<String, Value> row) {
    String status = NaiveTables.text(row, "status").orElseThrow();
    boolean open = status.equals("PENDING_SEND") || status.equals("SENDING");
    if (!open || row.containsKey("hold")) {
      return Came.NOTHING;
    }
    return put(told, told.key(), changed(told, row, "hold", "RESTORED"));
  }

  /// A client saw it leave.
  private Came evidence(Told told) {
    Map<String, Value> said = told.fields("mail");
    Optional<Map<String, Value>> row = tables.row("email", told.key());
    Map<String, Value> after = new TreeMap<>(row.orElse(said));
    if (row.isPresent()) {
      String status = NaiveTables.text(row.get(), "status").orElseThrow();
      boolean open = status.equals("PENDING_SEND") || status.equals("SENDING");
      if (!open || !row.get().containsKey("hold")) {
        return Came.NOTHING;
      }
    } else if (!said.keySet().containsAll(NEEDED)) {
      return Came.REJECTED;
    }
    after.remove("hold");
    return put(told, told.key(), changed(told, after, "status", "SENT"));
  }

  private static Map<String, Value> changed(
      Told told, Map<String, Value> row, String field, String value) {
    Map<String, Value> after = new TreeMap<>(row);
    after.put(field, Value.text(value));
    after.put("updatedAt", Value.text(told.editedAt().toString()));
    return after;
  }

  private Came put(Told told, UUID id, Map<String, Value> row) {
    tables.put(told.entity(), id, row, NaiveRows.write(told));
    return Came.APPLIED;
  }
}
