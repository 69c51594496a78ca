package com.salescopilot.model.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.salescopilot.model.entity.Doc;
import com.salescopilot.model.entity.Entity;
import com.salescopilot.model.entity.RowKey;
import com.salescopilot.model.id.DerivedId;
import com.salescopilot.model.id.UserId;
import com.salescopilot.model.id.UuidV7;
import com.salescopilot.model.mail.EmailStatus;
import com.salescopilot.model.server.LogEntry;
import com.salescopilot.model.server.MapServer;
import com.salescopilot.model.sync.Actor;
import com.salescopilot.model.sync.Before;
import com.salescopilot.model.sync.Change;
import com.salescopilot.model.sync.EmailCommand;
import com.salescopilot.model.sync.FieldPatch;
import com.salescopilot.model.value.Value;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// A server whose database is put back to a copy, again and again, while people work. Whoever has
/// read what is gone proves it; what was confirmed to anybody comes back, and no mail leaves twice.
final class RestoredServerTest {
  private static final int SEEDS = 100;
  private static final int STEPS = 100;
  private static final Instant START = Instant.parse("2026-09-01T08:00:00Z");

  @Test
  void everything_that_was_confirmed_to_a_client_comes_back_and_no_mail_leaves_twice() {
    Tally all = new Tally();
    for (long seed = 1; seed <= SEEDS; seed++) {
      long s = seed;
      assertThatCode(() -> all.add(new Run(s, false).play()))
          .as("seed %s", seed)
          .doesNotThrowAnyException();
    }
    assertThat(all.restores).as("restores").isGreaterThan(100);
    assertThat(all.noticed).as("restores that the server notices by itself").isGreaterThan(30);
    assertThat(all.lost).as("confirmed mutations that a restore lost").isGreaterThan(100);
    assertThat(all.mails).as("mails that left").isGreaterThan(100);
    assertThat(all.held).as("mails that were held in the end").isGreaterThan(5);
    assertThat(all.settled).as("mails that evidence settled").isGreaterThan(20);
  }

  /// The control: clients that take the new life for the old one lose what they thought was kept.
  @Test
  void clients_that_do_not_offer_again_are_caught() {
    int caught = 0;
    for (long seed = 1; seed <= 20; seed++) {
      try {
        new Run(seed, true).play();
      } catch (AssertionError e) {
        caught++;
      }
    }
    assertThat(caught).isGreaterThan(10);
  }

  private static final class Tally {
    private int restores;
    private int noticed;
    private int lost;
    private int mails;
    private int held;
    private int settled;

    void add(Tally other) {
      restores += other.restores;
      noticed += other.noticed;
      lost += other.lost;
      mails += other.mails;
      held += other.held;
      settled += other.settled;
    }
  }

  private static final class Run {
    private final Random random;
    private final Tally tally = new Tally();
    private final MapServer server;
    private final List<Desk> desks;
    private final UuidV7 ids;
    private final Map<UUID, Integer> left = new HashMap<>();
    private Instant now = START;
    private MapServer backup;

    /// The life of the database that nobody knows to be over; mails wait as long as nobody knows.
    private Optional<UUID> over = Optional.empty();

    Run(long seed, boolean forgetful) {
      random = new Random(seed);
      ids = new UuidV7(() -> now, random);
      server = new MapServer(ids::next);
      backup = server.backup();
      UserId ana = new UserId(ids.next());
      UserId ben = new UserId(ids.next());
      desks = new ArrayList<>();
      for (UserId user : List.of(ana, ana, ben)) {
        desks.add(new Desk(server, ids::next, user).forgetful(forgetful));
      }
    }

    Tally play() {
      for (int i = 0; i < STEPS; i++) {
        now = now.plusMillis(random.nextInt(2_000));
        step(desks.get(random.nextInt(desks.size())));
      }
      for (int round = 0; round < 4; round++) {
        desks.forEach(desk -> desk.sync(now));
      }
      desks.forEach(this::check);
      assertThat(left.values()).as("how often each mail left").allMatch(times -> times == 1);
      count();
      return tally;
    }

    private void step(Desk desk) {
      switch (random.nextInt(12)) {
        case 0 -> desk.push(now, random.nextInt(3) > 0);
        case 1, 2 -> desk.pull(1 + random.nextInt(3));
        case 3, 4 -> desk.sync(now);
        case 5 -> work();
        case 6 -> {
          if (random.nextInt(3) == 0) {
            backup = server.backup();
          }
        }
        case 7 -> {
          if (random.nextInt(4) == 0) {
            restore();
          }
        }
        default -> desk.edit(change(desk), now);
      }
    }

    private void restore() {
      tally.restores++;
      tally.lost += Math.max(0, server.log().size() - backup.log().size());
      server.setBackTo(backup);
      if (random.nextBoolean()) {
        server.begin(now);
        tally.noticed++;
        over = Optional.empty();
      } else {
        over = Optional.of(server.epoch());
      }
    }

    /// A worker sends what may leave.
    private void work() {
      if (over.equals(Optional.of(server.epoch()))) {
        return;
      }
      for (Doc mail : mails()) {
        if (status(mail) == EmailStatus.PENDING_SEND && mail.get("hold").isEmpty()) {
          left.merge(mail.id(), 1, Integer::sum);
          server.write(
              new Actor.Internal("worker"),
              now,
              new EmailCommand.Claim(mail.id(), ids.next(), "a@b.io", Optional.empty(), "m@b.io"),
              new EmailCommand.Ended(
                  mail.id(), EmailStatus.SENT, now, Optional.empty(), Optional.empty()));
        }
      }
    }

    private List<Doc> mails() {
      return server.rows(desks.getFirst().user()).values().stream()
          .filter(row -> row.entity() == Entity.EMAIL)
          .toList();
    }

    private static EmailStatus status(Doc mail) {
      return EmailStatus.valueOf(mail.text("status").orElseThrow());
    }

    private Change change(Desk desk) {
      return switch (random.nextInt(5)) {
        case 0, 1 ->
            new Change.Create(
                new RowKey(Entity.PROSPECT, ids.next()),
                new TreeMap<>(Map.of("email", Value.text(ids.next() + "@x.example"))));
        case 2 -> send(desk);
        default -> patch(desk);
      };
    }

    private Change patch(Desk desk) {
      List<Doc> rows =
          desk.store().rows().values().stream()
              .filter(row -> row.entity() == Entity.PROSPECT)
              .toList();
      if (rows.isEmpty()) {
        return send(desk);
      }
      Doc row = rows.get(random.nextInt(rows.size()));
      return new Change.Patch(
          row.key(),
          new TreeMap<>(
              Map.of(
                  "company",
                  new FieldPatch.Whole(
                      Before.of(row.get("company")),
                      Optional.of(Value.text("c" + random.nextInt(1_000)))))));
    }

    private Change send(Desk desk) {
      String key = ids.next().toString();
      return new EmailCommand.Send(
          DerivedId.emailForKey(desk.user(), key),
          Optional.empty(),
          1,
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          0,
          Optional.empty(),
          "a@b.io",
          "Hello",
          new Value.Fields(new TreeMap<>(Map.of("text", Value.text("Hello")))),
          Optional.of(key),
          Optional.empty(),
          0);
    }

    private void check(Desk desk) {
      assertThat(desk.pending()).as("pending").isZero();
      assertThat(desk.store().images()).as("images left").isEmpty();
      Map<RowKey, Doc> expected = new TreeMap<>();
      server.rows(desk.user()).forEach((key, row) -> expected.put(key, row.synced()));
      assertThat(desk.store().rows().keySet()).isEqualTo(expected.keySet());
      assertThat(desk.store().rows()).isEqualTo(expected);
      Set<UUID> logged = new HashSet<>(server.log().stream().map(LogEntry::id).toList());
      for (OutboxEntry entry : desk.store().confirmed()) {
        assertThat(logged).as("confirmed once").contains(entry.mutation().id());
      }
    }

    private void count() {
      tally.mails += left.size();
      for (Doc mail : mails()) {
        tally.held += mail.get("hold").isPresent() ? 1 : 0;
      }
      for (LogEntry entry : server.log()) {
        tally.settled += entry.op().equals("email.evidence") && !entry.fields().isEmpty() ? 1 : 0;
      }
    }
  }
}
