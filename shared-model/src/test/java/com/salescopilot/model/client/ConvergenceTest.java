package com.salescopilot.model.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.salescopilot.model.campaign.CampaignMove;
import com.salescopilot.model.entity.Doc;
import com.salescopilot.model.entity.Entity;
import com.salescopilot.model.entity.RowKey;
import com.salescopilot.model.id.DerivedId;
import com.salescopilot.model.id.UserId;
import com.salescopilot.model.id.UuidV7;
import com.salescopilot.model.server.MapServer;
import com.salescopilot.model.sync.Before;
import com.salescopilot.model.sync.CampaignCommand;
import com.salescopilot.model.sync.Change;
import com.salescopilot.model.sync.EmailCommand;
import com.salescopilot.model.sync.FieldPatch;
import com.salescopilot.model.value.Value;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// Three devices of two people, and copies of them, edit the same workspace over a connection that
/// loses answers, cuts downloads and a program that stops at any moment. When all is quiet,
/// everybody sees what the server holds.
final class ConvergenceTest {
  private static final int SEEDS = 200;
  private static final int STEPS = 120;
  private static final int MOST_DESKS = 5;
  private static final Instant START = Instant.parse("2026-09-01T08:00:00Z");

  @Test
  void every_device_ends_with_the_rows_of_the_server_and_an_empty_outbox() {
    Tally all = new Tally();
    for (long seed = 1; seed <= SEEDS; seed++) {
      long s = seed;
      assertThatCode(() -> all.add(new Run(s).play()))
          .as("seed %s", seed)
          .doesNotThrowAnyException();
    }
    assertThat(all.lostAnswers).as("lost answers").isGreaterThan(200);
    assertThat(all.restarts).as("restarts").isGreaterThan(200);
    assertThat(all.copies).as("copied clients").isGreaterThan(200);
    assertThat(all.cuts).as("cut downloads").isGreaterThan(200);
    assertThat(all.edits).as("edits").isGreaterThan(5_000);
    assertThat(all.conflicts).as("conflicts").isGreaterThan(50);
    assertThat(all.mails).as("mails").isGreaterThan(100);
  }

  @Test
  void a_client_that_takes_cursors_without_their_rows_is_caught() {
    int caught = 0;
    for (long seed = 1; seed <= 20; seed++) {
      Run run = new Run(seed);
      run.losesRows = true;
      try {
        run.play();
      } catch (AssertionError e) {
        caught++;
      }
    }
    assertThat(caught).isGreaterThan(15);
  }

  private static final class Tally {
    private int lostAnswers;
    private int restarts;
    private int copies;
    private int cuts;
    private int edits;
    private long conflicts;
    private long mails;

    void add(Tally other) {
      lostAnswers += other.lostAnswers;
      restarts += other.restarts;
      copies += other.copies;
      cuts += other.cuts;
      edits += other.edits;
      conflicts += other.conflicts;
      mails += other.mails;
    }
  }

  private static final class Run {
    private final Random random;
    private final Tally tally = new Tally();
    private final List<Desk> desks;
    private final MapServer server;
    private final UuidV7 ids;
    private Instant now = START;
    private boolean losesRows;

    Run(long seed) {
      random = new Random(seed);
      ids = new UuidV7(() -> now, random);
      server = new MapServer(ids::next);
      UserId ana = new UserId(ids.next());
      UserId ben = new UserId(ids.next());
      desks =
          new ArrayList<>(
              List.of(
                  new Desk(server, ids::next, ana),
                  new Desk(server, ids::next, ana),
                  new Desk(server, ids::next, ben)));
    }

    Tally play() {
      for (int i = 0; i < STEPS; i++) {
        now = now.plusMillis(random.nextInt(2_000));
        step(desks.get(random.nextInt(desks.size())));
      }
      for (int round = 0; round < 3; round++) {
        desks.forEach(desk -> desk.sync(now));
      }
      desks.forEach(this::check);
      return tally;
    }

    private void step(Desk desk) {
      if (desks.size() < MOST_DESKS && random.nextInt(30) == 0) {
        desks.add(desk.copy());
        tally.copies++;
      }
      switch (random.nextInt(8)) {
        case 0 -> {
          boolean arrives = random.nextInt(3) > 0;
          if (desk.push(now, arrives) && !arrives) {
            tally.lostAnswers++;
          }
        }
        case 1 -> {
          if (losesRows) {
            desk.pullLosingTheRows();
          } else {
            desk.pull(Integer.MAX_VALUE);
          }
        }
        case 2 -> {
          desk.pull(random.nextInt(2));
          tally.cuts++;
        }
        case 3 -> {
          desk.restart();
          tally.restarts++;
        }
        default -> edit(desk);
      }
    }

    private void edit(Desk desk) {
      try {
        desk.edit(change(desk), now);
        tally.edits++;
      } catch (RefusedException e) {
        assertThat(e.reason().detail()).isNotBlank();
      }
    }

    private Change change(Desk desk) {
      return switch (random.nextInt(14)) {
        case 0, 1, 2 ->
            new Change.Create(
                new RowKey(Entity.PROSPECT, ids.next()),
                fields("email", "p" + random.nextInt(6) + "@x.example", "company", word()));
        case 3, 4 -> patch(desk, Entity.PROSPECT, "firstName");
        case 5 -> perKey(desk);
        case 6 -> any(desk, Entity.PROSPECT).map(this::delete).orElseGet(this::template);
        case 7 -> template();
        case 8 -> patch(desk, Entity.TEMPLATE, "content");
        case 9 ->
            new Change.Create(new RowKey(Entity.CAMPAIGN, ids.next()), fields("name", word()));
        case 10 -> enrol(desk);
        case 11 -> move(desk);
        case 12 ->
            new Change.Create(
                new RowKey(Entity.EMAIL_DRAFT, ids.next()), fields("subject", word()));
        default -> send(desk);
      };
    }

    private Change template() {
      return new Change.Create(
          new RowKey(Entity.TEMPLATE, ids.next()), fields("title", word(), "content", word()));
    }

    private Change delete(Doc row) {
      return new Change.Delete(
          row.key(), random.nextBoolean() ? OptionalLong.of(row.rev()) : OptionalLong.empty());
    }

    private Change patch(Desk desk, Entity entity, String field) {
      Optional<Doc> row = any(desk, entity);
      if (row.isEmpty()) {
        return template();
      }
      SortedMap<String, FieldPatch> set = new TreeMap<>();
      set.put(
          field,
          new FieldPatch.Whole(Before.of(row.get().get(field)), Optional.of(Value.text(word()))));
      return new Change.Patch(row.get().key(), set);
    }

    private Change perKey(Desk desk) {
      Optional<Doc> row = any(desk, Entity.PROSPECT);
      if (row.isEmpty()) {
        return template();
      }
      String key = "k" + random.nextInt(2);
      Optional<Value> was =
          row.get().get("customFields").orElse(Value.Fields.none()) instanceof Value.Fields f
              ? Optional.ofNullable(f.members().get(key))
              : Optional.empty();
      SortedMap<String, FieldPatch.Whole> keys = new TreeMap<>();
      Optional<Value> value =
          random.nextInt(4) == 0 ? Optional.empty() : Optional.of(Value.text(word()));
      keys.put(key, new FieldPatch.Whole(Before.of(was), value));
      SortedMap<String, FieldPatch> set = new TreeMap<>();
      set.put("customFields", new FieldPatch.PerKey(keys));
      return new Change.Patch(row.get().key(), set);
    }

    private Change enrol(Desk desk) {
      Optional<Doc> campaign = any(desk, Entity.CAMPAIGN);
      Optional<Doc> prospect = any(desk, Entity.PROSPECT);
      return campaign.isEmpty() || prospect.isEmpty()
          ? template()
          : new CampaignCommand.Enrol(campaign.get().id(), List.of(prospect.get().id()));
    }

    private Change move(Desk desk) {
      Optional<Doc> campaign = any(desk, Entity.CAMPAIGN);
      CampaignMove[] moves = CampaignMove.values();
      return campaign.isEmpty()
          ? template()
          : new CampaignCommand.Move(
              campaign.get().id(),
              moves[random.nextInt(moves.length)],
              campaign.get().uuid("statusChange"));
    }

    private Change send(Desk desk) {
      Optional<Doc> draft = any(desk, Entity.EMAIL_DRAFT);
      Optional<Doc> mail = any(desk, Entity.EMAIL);
      if (mail.isPresent() && random.nextInt(3) == 0) {
        return new EmailCommand.Cancel(mail.get().id());
      }
      if (draft.isEmpty()) {
        return template();
      }
      UUID id = draft.get().id();
      SortedMap<String, Value> body = fields("text", word());
      return new EmailCommand.Send(
          DerivedId.email(desk.user(), id, 1),
          Optional.of(id),
          1,
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          0,
          Optional.empty(),
          "p1@x.example",
          word(),
          new Value.Fields(body),
          Optional.empty(),
          Optional.empty(),
          0);
    }

    private Optional<Doc> any(Desk desk, Entity entity) {
      List<Doc> rows =
          desk.store().rows().values().stream().filter(row -> row.entity() == entity).toList();
      return rows.isEmpty() ? Optional.empty() : Optional.of(rows.get(random.nextInt(rows.size())));
    }

    private String word() {
      return "w" + random.nextInt(5);
    }

    private static SortedMap<String, Value> fields(String... pairs) {
      SortedMap<String, Value> fields = new TreeMap<>();
      for (int i = 0; i < pairs.length; i += 2) {
        fields.put(pairs[i], Value.text(pairs[i + 1]));
      }
      return fields;
    }

    private void check(Desk desk) {
      assertThat(desk.pending()).as("outbox").isZero();
      assertThat(desk.store().images()).as("server images").isEmpty();
      Map<RowKey, Doc> expected = new TreeMap<>();
      server.rows(desk.user()).forEach((key, row) -> expected.put(key, row.synced()));
      assertThat(desk.store().rows()).isEqualTo(expected);
      tally.conflicts +=
          expected.keySet().stream().filter(k -> k.entity() == Entity.CONFLICT).count();
      tally.mails += expected.keySet().stream().filter(k -> k.entity() == Entity.EMAIL).count();
    }
  }
}
