package com.salescopilot.server.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.salescopilot.model.campaign.CampaignMove;
import com.salescopilot.model.campaign.CampaignMoves;
import com.salescopilot.model.campaign.CampaignStatus;
import com.salescopilot.model.entity.Doc;
import com.salescopilot.model.entity.Entity;
import com.salescopilot.model.entity.RowJson;
import com.salescopilot.model.entity.RowKey;
import com.salescopilot.model.id.DerivedId;
import com.salescopilot.model.protocol.ChainPosition;
import com.salescopilot.model.protocol.PullLine;
import com.salescopilot.model.protocol.PushRequest;
import com.salescopilot.model.sync.Actor;
import com.salescopilot.model.sync.CampaignCommand;
import com.salescopilot.model.sync.Change;
import com.salescopilot.model.sync.Codec;
import com.salescopilot.model.sync.EmailCommand;
import com.salescopilot.model.sync.Role;
import com.salescopilot.model.sync.RowPatch;
import com.salescopilot.model.value.Value;
import com.salescopilot.model.value.ValueJson;
import com.salescopilot.server.TestApi;
import com.salescopilot.server.db.Scope;
import com.salescopilot.server.db.TestDatabase;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/// Writes as a device does.
final class PushHand extends Hand {
  private final TestApi api;
  private final UUID device = UUID.randomUUID();
  private ChainPosition reached = ChainPosition.START;

  PushHand(TestApi api, Scope scope) {
    super(scope);
    this.api = api;
  }

  @Override
  void take(RestAndPushTest.Step step) {
    String id = ids().computeIfAbsent(step.name(), _ -> UUID.randomUUID().toString());
    RowKey key = new RowKey(step.entity(), UUID.fromString(id));
    switch (step.verb()) {
      case "create" ->
          push(new Change.Create(key, RowJson.fields(step.entity(), ValueJson.object(json(step)))));
      case "edit" -> push(RowPatch.of(row(key), ValueJson.object(json(step))));
      case "delete" -> push(new Change.Delete(key, OptionalLong.of(row(key).rev())));
      case "move" -> push(move(key, CampaignStatus.valueOf(step.json())));
      case "enrol" -> enrol(key, ValueJson.object(json(step)));
      case "send" -> send(step.name(), ValueJson.object(json(step)));
      case String other -> throw new AssertionError(other);
    }
    assertThat(refused()).as(step.toString()).isEmpty();
  }

  private CampaignCommand move(RowKey key, CampaignStatus target) {
    Doc row = row(key);
    CampaignStatus status = CampaignStatus.valueOf(row.text("status").orElseThrow());
    CampaignMove move = CampaignMoves.moveTo(status, target).orElseThrow();
    return new CampaignCommand.Move(key.id(), move, row.uuid("statusChange"));
  }

  private void enrol(RowKey key, ObjectNode json) {
    Set<UUID> people = new LinkedHashSet<>();
    json.remove("prospectIds").forEach(id -> people.add(UUID.fromString(id.asText())));
    boolean starts = json.remove("status").asText().equals("ACTIVE");
    List<Change> changes = new ArrayList<>();
    changes.add(new Change.Create(key, RowJson.fields(Entity.CAMPAIGN, json)));
    changes.add(new CampaignCommand.Enrol(key.id(), List.copyOf(people)));
    if (starts) {
      changes.add(new CampaignCommand.Move(key.id(), CampaignMove.START, Optional.empty()));
    }
    push(changes.toArray(Change[]::new));
  }

  private void send(String name, ObjectNode json) {
    Optional<UUID> draft = id(json, "draftId");
    String idempotencyKey = json.path("idempotencyKey").asText();
    UUID mail =
        draft
            .map(d -> DerivedId.email(scope().user(), d, 1))
            .orElseGet(() -> DerivedId.emailForKey(scope().user(), idempotencyKey));
    ids().put(name, mail.toString());
    TreeMap<String, Value> body = new TreeMap<>();
    half(json, "bodyHtml").ifPresent(html -> body.put("html", html));
    half(json, "bodyText").ifPresent(text -> body.put("text", text));
    push(
        new EmailCommand.Send(
            mail,
            draft,
            1,
            id(json, "prospectId"),
            id(json, "campaignId"),
            Optional.empty(),
            0,
            Optional.empty(),
            json.path("to").asText(),
            json.path("subject").asText(),
            new Value.Fields(body),
            Optional.of(idempotencyKey),
            Optional.empty(),
            json.path("undoSeconds").asInt()));
  }

  private static Optional<UUID> id(JsonNode json, String name) {
    return Optional.ofNullable(json.path(name).textValue()).map(UUID::fromString);
  }

  private static Optional<Value> half(JsonNode json, String name) {
    return Optional.ofNullable(json.path(name).textValue()).map(Value::text);
  }

  private void push(Change... changes) {
    List<PushRequest.Item> items = new ArrayList<>();
    for (Change change : changes) {
      items.add(
          new PushRequest.Item(
              reached.seq() + 1 + items.size(), UUID.randomUUID(), 0, Codec.write(change)));
    }
    Actor.Member me = new Actor.Member(scope().user(), Role.USER, device);
    reached = api.streams().push(scope(), me, new PushRequest(device, reached, items));
  }

  private Doc row(RowKey key) {
    return rows().stream().filter(row -> row.key().equals(key)).findFirst().orElseThrow();
  }

  private List<String> refused() {
    return rows().stream()
        .filter(row -> row.entity() == Entity.CONFLICT)
        .map(Doc::toString)
        .toList();
  }

  private List<Doc> rows() {
    return api.streams().pull(scope(), TestDatabase.pull(device, Map.of())).page().lines().stream()
        .filter(PullLine.Row.class::isInstance)
        .map(line -> ((PullLine.Row) line).row())
        .toList();
  }
}
