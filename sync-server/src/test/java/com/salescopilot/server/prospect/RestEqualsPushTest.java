package com.salescopilot.server.prospect;

import static org.assertj.core.api.Assertions.assertThat;

import com.salescopilot.model.entity.Doc;
import com.salescopilot.model.entity.Entity;
import com.salescopilot.model.entity.RowKey;
import com.salescopilot.model.id.UuidV7;
import com.salescopilot.model.protocol.ChainPosition;
import com.salescopilot.model.protocol.PullLine;
import com.salescopilot.model.protocol.PushRequest;
import com.salescopilot.model.sync.Actor;
import com.salescopilot.model.sync.Change;
import com.salescopilot.model.sync.Codec;
import com.salescopilot.model.sync.Role;
import com.salescopilot.model.sync.RowPatch;
import com.salescopilot.model.value.Value;
import com.salescopilot.model.value.ValueJson;
import com.salescopilot.server.TestApi;
import com.salescopilot.server.db.Scope;
import com.salescopilot.server.db.TestDatabase;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// The same edits over REST and from a device's outbox leave the same rows.
final class RestEqualsPushTest {
  private static final Instant NOW = Instant.parse("2026-09-01T08:00:00Z");

  @Order(1)
  @RegisterExtension
  static final TestDatabase db = new TestDatabase();

  @Order(2)
  @RegisterExtension
  static final TestApi api = new TestApi(db, () -> NOW);

  private static final List<String> PEOPLE =
      List.of(
          "{\"email\":\" Ana@X.example"
              + " \",\"firstName\":\"Ana\",\"customFields\":{\"plan\":\"pro\"}}",
          "{\"email\":\"bo@x.example\",\"company\":\"B\",\"jobTitle\":\"  \"}",
          "{\"email\":\"ANA@x.example\",\"firstName\":\"Anna\",\"lastName\":\"Diaz\"}",
          "{\"email\":\"cy@x.example\",\"customFields\":{\"n\":1.5,\"list\":[1,\"two\"]}}");

  private static final List<String> EDITS =
      List.of(
          "{\"jobTitle\":\"CTO\",\"customFields\":{\"plan\":null,\"seats\":7}}",
          "{\"company\":null,\"email\":\"bo.new@x.example\"}",
          "{\"firstName\":\"Ana-Maria\"}",
          "{\"customFields\":null}");

  private final UuidV7 ids = new UuidV7(() -> NOW, new Random(3));
  private final UUID laptop = UUID.randomUUID();
  private ChainPosition reached = ChainPosition.START;

  @Test
  void the_rows_are_equal_but_for_their_ids() {
    Scope overRest = db.newWorkspace();
    Scope byPush = db.newWorkspace();
    TestApi.Client client = api.as(overRest);

    for (int i = 0; i < PEOPLE.size(); i++) {
      UUID mine = UUID.fromString(client.post("/prospects", PEOPLE.get(i)).at("id"));
      UUID theirs = ids.next();
      SortedMap<String, Value> fields = ValueJson.members(ValueJson.object(PEOPLE.get(i)));
      push(byPush, new Change.Create(new RowKey(Entity.PROSPECT, theirs), fields));

      assertThat(client.patch("/prospects/" + mine, EDITS.get(i)).status()).isEqualTo(200);
      push(byPush, RowPatch.of(row(byPush, theirs), ValueJson.object(EDITS.get(i))));
    }
    client.delete("/prospects/" + rows(overRest).getLast().id());
    Doc last = rows(byPush).getLast();
    push(byPush, new Change.Delete(last.key(), OptionalLong.of(last.rev())));

    assertThat(rows(overRest)).hasSize(2);
    assertThat(rows(overRest).stream().map(Doc::fields))
        .isEqualTo(rows(byPush).stream().map(Doc::fields).toList());
    assertThat(rows(overRest).stream().map(Doc::rev))
        .isEqualTo(rows(byPush).stream().map(Doc::rev).toList());
  }

  private void push(Scope scope, Change change) {
    PushRequest.Item item =
        new PushRequest.Item(reached.seq() + 1, ids.next(), 0, Codec.write(change));
    reached =
        api.streams()
            .push(
                scope,
                new Actor.Member(scope.user(), Role.USER, laptop),
                new PushRequest(laptop, reached, List.of(item)));
  }

  private Doc row(Scope scope, UUID id) {
    return rows(scope).stream()
        .filter(row -> row.id().equals(id))
        .findFirst()
        .orElseGet(() -> rows(scope).getFirst());
  }

  /// By address, for the ids differ.
  private static List<Doc> rows(Scope scope) {
    SortedMap<String, Doc> rows = new TreeMap<>();
    api
        .streams()
        .pull(scope, TestDatabase.pull(UUID.randomUUID(), Map.of()))
        .page()
        .lines()
        .stream()
        .filter(PullLine.Row.class::isInstance)
        .map(line -> ((PullLine.Row) line).row())
        .filter(row -> row.entity() == Entity.PROSPECT)
        .forEach(row -> rows.put(row.text("email").orElseThrow(), row));
    return List.copyOf(rows.values());
  }
}
