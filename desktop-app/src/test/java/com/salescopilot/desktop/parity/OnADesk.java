package com.salescopilot.desktop.parity;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.salescopilot.desktop.store.SqliteStore;
import com.salescopilot.model.campaign.CampaignMove;
import com.salescopilot.model.campaign.CampaignMoves;
import com.salescopilot.model.campaign.CampaignStatus;
import com.salescopilot.model.client.ClientCore;
import com.salescopilot.model.client.PullPage;
import com.salescopilot.model.client.RefusedException;
import com.salescopilot.model.entity.Doc;
import com.salescopilot.model.entity.Entity;
import com.salescopilot.model.entity.RowJson;
import com.salescopilot.model.entity.RowKey;
import com.salescopilot.model.entity.StreamKind;
import com.salescopilot.model.id.DerivedId;
import com.salescopilot.model.protocol.PullRequest;
import com.salescopilot.model.protocol.PushReply;
import com.salescopilot.model.protocol.PushRequest;
import com.salescopilot.model.server.PullPages;
import com.salescopilot.model.sync.Actor;
import com.salescopilot.model.sync.CampaignCommand;
import com.salescopilot.model.sync.Change;
import com.salescopilot.model.sync.EmailCommand;
import com.salescopilot.model.sync.Role;
import com.salescopilot.model.sync.RowPatch;
import com.salescopilot.model.value.Value;
import com.salescopilot.model.value.ValueJson;
import com.salescopilot.server.db.Scope;
import com.salescopilot.server.stream.Streams;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;

/// Does a script on a machine without a connection, which comes back from time to time.
final class OnADesk {
  private final SqliteStore store;
  private final ClientCore core;
  private final Streams streams;
  private final Scope scope;
  private final Supplier<UUID> newId;
  private final Instant now;
  private final Map<String, String> ids = new LinkedHashMap<>();
  private int refused;

  OnADesk(SqliteStore store, Streams streams, Scope scope, Supplier<UUID> newId, Instant now) {
    this.store = store;
    this.core = new ClientCore(store, newId);
    this.streams = streams;
    this.scope = scope;
    this.newId = newId;
    this.now = now;
  }

  Map<String, String> ids() {
    return ids;
  }

  /// How many steps were refused here already.
  int refused() {
    return refused;
  }

  void take(Step step) {
    try {
      changes(step).forEach(change -> core.submit(change, me(), now));
    } catch (RefusedException _) {
      refused++;
    }
  }

  private List<Change> changes(Step step) {
    String json = step.json(ids);
    return switch (step.verb()) {
      case CREATE -> created(key(step), ValueJson.object(json));
      case SEND -> List.of(sent(step.name(), ValueJson.object(json)));
      case EDIT ->
          row(key(step)).stream()
              .<Change>map(row -> RowPatch.of(row, ValueJson.object(json)))
              .toList();
      case DELETE ->
          row(key(step)).stream()
              .<Change>map(row -> new Change.Delete(row.key(), OptionalLong.of(row.rev())))
              .toList();
      case MARK -> marked(key(step), true);
      case UNMARK -> marked(key(step), false);
      case MOVE ->
          row(key(step)).flatMap(row -> moved(row, CampaignStatus.valueOf(json))).stream().toList();
    };
  }

  private RowKey key(Step step) {
    String id = ids.computeIfAbsent(step.name(), _ -> newId.get().toString());
    return new RowKey(step.entity(), UUID.fromString(id));
  }

  private List<Change> created(RowKey key, ObjectNode json) {
    if (key.entity() != Entity.CAMPAIGN) {
      return List.of(new Change.Create(key, RowJson.fields(key.entity(), json)));
    }
    Set<UUID> people = new LinkedHashSet<>();
    json.remove("prospectIds").forEach(id -> people.add(UUID.fromString(id.asText())));
    people.removeIf(
        id -> row(new RowKey(Entity.PROSPECT, id)).isEmpty()); // nobody could choose them
    boolean starts = json.remove("status").asText().equals("ACTIVE");
    Change create = new Change.Create(key, RowJson.fields(Entity.CAMPAIGN, json));
    Change enrol = new CampaignCommand.Enrol(key.id(), List.copyOf(people));
    Change start = new CampaignCommand.Move(key.id(), CampaignMove.START, Optional.empty());
    return people.isEmpty()
        ? starts ? List.of(create, start) : List.of(create)
        : starts ? List.of(create, enrol, start) : List.of(create, enrol);
  }

  private List<Change> marked(RowKey template, boolean on) {
    UUID id = DerivedId.favourite(scope.user(), template.id());
    RowKey mark = new RowKey(Entity.TEMPLATE_FAVORITE, id);
    boolean is = row(mark).isPresent();
    if (row(template).isEmpty() || is == on) {
      return List.of();
    }
    Value of = Value.text(template.id().toString());
    return List.of(
        on
            ? new Change.Create(mark, new TreeMap<>(Map.of("templateId", of)))
            : new Change.Delete(
                mark, row(mark).map(r -> r.rev()).stream().mapToLong(r -> r).findAny()));
  }

  private static Optional<Change> moved(Doc row, CampaignStatus target) {
    CampaignStatus status = CampaignStatus.valueOf(row.text("status").orElseThrow());
    return CampaignMoves.moveTo(status, target)
        .map(move -> new CampaignCommand.Move(row.id(), move, row.uuid("statusChange")));
  }

  private Change sent(String name, ObjectNode json) {
    String key = json.path("idempotencyKey").asText();
    UUID mail = DerivedId.emailForKey(scope.user(), key);
    ids.put(name, mail.toString());
    Value body = Value.text(json.path("bodyText").asText());
    return new EmailCommand.Send(
        mail,
        Optional.empty(),
        1,
        id(json, "prospectId"),
        Optional.empty(),
        Optional.empty(),
        0,
        Optional.empty(),
        json.path("to").asText(),
        json.path("subject").asText(),
        new Value.Fields(new TreeMap<>(Map.of("text", body))),
        Optional.of(key),
        Optional.empty(),
        json.path("undoSeconds").asInt());
  }

  private static Optional<UUID> id(JsonNode json, String name) {
    return Optional.ofNullable(json.path(name).textValue()).map(UUID::fromString);
  }

  private Optional<Doc> row(RowKey key) {
    return store.row(key);
  }

  private Actor.Member me() {
    return new Actor.Member(scope.user(), Role.USER, store.read(tx -> tx.device().id()));
  }

  /// Comes back: what waits leaves, what is new arrives.
  void connect() {
    for (Optional<PushRequest> next = core.nextPush(now);
        next.isPresent();
        next = core.nextPush(now)) {
      PushRequest request = PushRequest.parse(next.get().json());
      core.onPushReply(new PushReply.Through(streams.push(scope, me(), request)));
    }
    PullRequest request = core.pullRequest(0);
    Streams.FirstPage first = streams.pull(scope, request);
    Set<StreamKind> begins = first.full();
    PullPages.Page page = first.page();
    core.onPage(new PullPage(begins, page.lines(), page.end()));
    while (page.end().more()) {
      page = streams.pullOn(scope, request.device(), page.end().revs(), first).orElseThrow();
      core.onPage(new PullPage(Set.of(), page.lines(), page.end()));
    }
  }

  long pending() {
    return core.pending();
  }
}
