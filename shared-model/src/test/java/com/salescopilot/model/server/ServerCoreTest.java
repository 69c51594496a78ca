package com.salescopilot.model.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.salescopilot.model.csv.ImportMode;
import com.salescopilot.model.entity.Doc;
import com.salescopilot.model.entity.Entity;
import com.salescopilot.model.entity.RowKey;
import com.salescopilot.model.id.UserId;
import com.salescopilot.model.id.UuidV7;
import com.salescopilot.model.protocol.ChainPosition;
import com.salescopilot.model.protocol.PushReply;
import com.salescopilot.model.protocol.PushRequest;
import com.salescopilot.model.sync.Actor;
import com.salescopilot.model.sync.Before;
import com.salescopilot.model.sync.Change;
import com.salescopilot.model.sync.Codec;
import com.salescopilot.model.sync.FieldPatch;
import com.salescopilot.model.sync.ImportCommand;
import com.salescopilot.model.sync.Role;
import com.salescopilot.model.value.Value;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What a server makes of devices that lie, repeat themselves, or were restored from a copy.
final class ServerCoreTest {
  private static final Instant NOW = Instant.parse("2026-09-01T08:00:00Z");
  private final UuidV7 ids = new UuidV7(() -> NOW, new Random(3));
  private final MapServer server = new MapServer(ids::next);
  private final UserId user = new UserId(ids.next());

  @Test
  void a_device_whose_clock_is_wrong_cannot_edit_in_the_future_or_before_its_own_edits() {
    UUID device = ids.next();
    push(device, ChainPosition.START, item(1, Duration.ofHours(1).toMillis(), "one"));
    ChainPosition first = new ChainPosition(1, server.log().getFirst().id());
    push(device, first, item(2, Duration.ofDays(20_000).toMillis(), "two"));
    ChainPosition second = new ChainPosition(2, server.log().getLast().id());
    push(device, second, item(3, -5_000, "three"));

    assertThat(server.log())
        .extracting(entry -> entry.stamp().editedAt())
        .containsExactly(NOW.minus(Duration.ofHours(1)), NOW.minus(Duration.ofHours(1)), NOW);
  }

  @Test
  void a_known_id_with_another_body_is_applied_under_an_id_of_its_own() {
    UUID id = ids.next();
    PushRequest.Item before = new PushRequest.Item(1, id, 0, Codec.write(template("before")));
    PushRequest.Item after = new PushRequest.Item(1, id, 0, Codec.write(template("after")));
    push(ids.next(), ChainPosition.START, before);
    push(ids.next(), ChainPosition.START, after);
    push(ids.next(), ChainPosition.START, after);

    assertThat(titles()).containsExactlyInAnyOrder("before", "after");
    assertThat(server.log()).hasSize(2);
  }

  @Test
  void the_same_id_twice_in_one_push_is_done_once() {
    UUID id = ids.next();
    Value.Fields change = Codec.write(template("once"));
    push(
        ids.next(),
        ChainPosition.START,
        new PushRequest.Item(1, id, 0, change),
        new PushRequest.Item(2, id, 0, change));
    assertThat(titles()).containsExactly("once");
  }

  @Test
  void what_cannot_be_read_becomes_a_conflict_of_its_author_and_the_chain_goes_on() {
    Value.Fields nonsense =
        new Value.Fields(new TreeMap<>(Map.of("op", Value.text("dance"), "x", Value.whole(1))));
    UUID device = ids.next();
    PushReply reply =
        push(
            device,
            ChainPosition.START,
            new PushRequest.Item(1, ids.next(), 0, nonsense),
            item(2, 0, "next"));
    assertThat(reply).isInstanceOf(PushReply.Through.class);
    assertThat(titles()).containsExactly("next");
    List<Doc> conflicts =
        server.rows(user).values().stream().filter(row -> row.entity() == Entity.CONFLICT).toList();
    assertThat(conflicts).hasSize(1);
    assertThat(conflicts.getFirst().get("mutation")).contains(nonsense);
  }

  @Test
  void whoever_imported_many_is_told_of_each_value_that_others_replace_unseen() {
    List<ImportCommand.Person> file =
        Stream.of(ids.next(), ids.next()).map(ServerCoreTest::employee).toList();
    pushAs(
        user,
        ImportCommand.Run.of(user, ids.next(), 0, ImportMode.OVERWRITE, Optional.empty(), file));
    List<UUID> people =
        server.rows(user).keySet().stream()
            .filter(key -> key.entity() == Entity.PROSPECT)
            .map(RowKey::id)
            .toList();
    assertThat(people).hasSize(2);
    UserId colleague = new UserId(ids.next());
    people.forEach(person -> pushAs(colleague, blindly(person)));
    assertThat(server.rows(user).values())
        .filteredOn(row -> row.entity() == Entity.CONFLICT)
        .extracting(row -> row.uuid("entityId").orElseThrow())
        .containsExactlyInAnyOrderElementsOf(people);
  }

  private static ImportCommand.Person employee(UUID id) {
    return new ImportCommand.Person(
        id,
        new TreeMap<>(
            Map.of(
                "email",
                Value.text(id + "@x.example"),
                "company",
                Value.text("as the file says"))));
  }

  private static Change blindly(UUID person) {
    return new Change.Patch(
        new RowKey(Entity.PROSPECT, person),
        new TreeMap<>(
            Map.of(
                "company",
                new FieldPatch.Whole(
                    new Before.Known(Optional.empty()),
                    Optional.of(Value.text("as a colleague says"))))));
  }

  private void pushAs(UserId who, Change change) {
    PushReply reply =
        server.push(
            new Actor.Member(who, Role.USER, ids.next()),
            new PushRequest(
                ids.next(),
                ChainPosition.START,
                List.of(new PushRequest.Item(1, ids.next(), 0, Codec.write(change)))),
            NOW);
    assertThat(reply).isInstanceOf(PushReply.Through.class);
  }

  private PushReply push(UUID device, ChainPosition after, PushRequest.Item... items) {
    Actor.Member author = new Actor.Member(user, Role.USER, device);
    return server.push(author, new PushRequest(device, after, List.of(items)), NOW);
  }

  private PushRequest.Item item(long seq, long age, String title) {
    return new PushRequest.Item(seq, ids.next(), age, Codec.write(template(title)));
  }

  private Change template(String title) {
    return new Change.Create(
        new RowKey(Entity.TEMPLATE, ids.next()), new TreeMap<>(Map.of("title", Value.text(title))));
  }

  private List<String> titles() {
    return server.rows(user).values().stream()
        .filter(row -> row.entity() == Entity.TEMPLATE)
        .map(row -> row.text("title").orElseThrow())
        .toList();
  }
}
