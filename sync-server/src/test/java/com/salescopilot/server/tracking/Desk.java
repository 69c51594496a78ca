package com.salescopilot.server.tracking;

import com.salescopilot.model.entity.Entity;
import com.salescopilot.model.entity.RowKey;
import com.salescopilot.model.id.DerivedId;
import com.salescopilot.model.id.UuidV7;
import com.salescopilot.model.mail.EmailStatus;
import com.salescopilot.model.sync.Actor;
import com.salescopilot.model.sync.CampaignCommand;
import com.salescopilot.model.sync.Change;
import com.salescopilot.model.sync.EmailCommand;
import com.salescopilot.model.sync.Role;
import com.salescopilot.model.value.Value;
import com.salescopilot.server.analytics.AnalyticsConsumer;
import com.salescopilot.server.campaign.CampaignConsumer;
import com.salescopilot.server.db.Args;
import com.salescopilot.server.db.Mapper;
import com.salescopilot.server.db.Scope;
import com.salescopilot.server.db.Statements;
import com.salescopilot.server.db.TestDatabase;
import com.salescopilot.server.events.Bell;
import com.salescopilot.server.events.ConsumerRunner;
import com.salescopilot.server.events.Retries;
import com.salescopilot.server.events.Ticker;
import com.salescopilot.server.http.AppError;
import com.salescopilot.server.http.Json;
import com.salescopilot.server.http.Listeners;
import com.salescopilot.server.http.Listening;
import com.salescopilot.server.http.Surfaces;
import com.salescopilot.server.keys.KeyFile;
import com.salescopilot.server.keys.MasterKeys;
import com.salescopilot.server.keys.Tokens;
import com.salescopilot.server.keys.Vault;
import com.salescopilot.server.stream.Heads;
import com.salescopilot.server.stream.RowTables;
import com.salescopilot.server.stream.Streams;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;

/// A server's tracking, log and consumers on a real database, and somebody who has sent mails.
final class Desk {
  static final String SECRET =
      "whsec_" + Base64.getEncoder().encodeToString("operator".getBytes(StandardCharsets.UTF_8));

  private final TestDatabase db;
  private final Statements statements = Statements.load(Desk.class);
  private final UuidV7 ids = new UuidV7(Clock.systemUTC(), new Random());
  private final Heads heads = new Heads();
  private final Bell bell = new Bell();
  private final Ticker ticker;
  private final List<ConsumerRunner> runners;
  private final Listeners listeners;
  final Scope scope;
  final Streams streams;
  final Tokens tokens;
  final Tracking tracking;

  Desk(TestDatabase db, Path directory, HookPolicy policy) throws IOException {
    this.db = db;
    scope = db.newWorkspace();
    streams =
        new Streams(
            db.database(),
            new RowTables(),
            List.of(),
            TestDatabase.tags(),
            heads,
            ids::next,
            Clock.systemUTC());
    MasterKeys keys = new KeyFile(keys(directory)).read().orElseThrow();
    tokens = new Tokens(keys);
    tracking =
        new Tracking(
            db.database(),
            keys,
            new Vault(keys, Clock.systemUTC(), new Random(4)),
            tokens,
            policy,
            Clock.systemUTC(),
            ids::next,
            new Random(3));
    ticker = new Ticker(db.database(), bell);
    runners =
        List.of(
            runner(new AnalyticsConsumer(streams, Duration.ZERO)),
            runner(new CampaignConsumer(streams)));
    listeners =
        new Listeners(
            new Listening("127.0.0.1", "127.0.0.1", 0, 0, 0, List.of(), 64, Duration.ofSeconds(1)),
            new Surfaces(
                List.of(), List.of(tracking.webhooks()), List.of(tracking.pixel()), List.of()),
            _ -> {
              throw new AppError.Unauthenticated();
            },
            new Json(),
            ids,
            new Random(1));
    tracking.start();
    runners.forEach(ConsumerRunner::start);
    ticker.start();
    listeners.start();
  }

  private ConsumerRunner runner(com.salescopilot.server.events.Consumer consumer) {
    return new ConsumerRunner(db.database(), consumer, bell, heads::moved, Retries.STANDARD);
  }

  private static Path keys(Path directory) throws IOException {
    Path file =
        Files.createFile(
            directory.resolve(UUID.randomUUID() + ".key"),
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    String key = Base64.getEncoder().encodeToString(new byte[32]);
    return Files.writeString(file, "k1 " + key + "\n", StandardCharsets.UTF_8);
  }

  URI url() {
    return listeners.addresses().tracking();
  }

  URI apiUrl() {
    return listeners.addresses().api();
  }

  UUID campaign() {
    UUID id = ids.next();
    create(Entity.CAMPAIGN, id, "name", "Autumn");
    return id;
  }

  UUID enrolled(UUID campaign, String address) {
    UUID id = ids.next();
    create(Entity.PROSPECT, id, "email", address);
    write(new CampaignCommand.Enrol(campaign, List.of(id)));
    return id;
  }

  private void create(Entity entity, UUID id, String field, String value) {
    TreeMap<String, Value> fields = new TreeMap<>();
    fields.put(field, Value.text(value));
    write(new Change.Create(new RowKey(entity, id), fields));
  }

  UUID sent() {
    return sent("bo@b.example", Optional.empty(), Optional.empty());
  }

  /// A mail that a server has taken.
  UUID sent(String to, Optional<UUID> prospect, Optional<UUID> campaign) {
    String key = ids.next().toString();
    UUID id = DerivedId.emailForKey(scope.user(), key);
    TreeMap<String, Value> halves = new TreeMap<>();
    halves.put("html", Value.text("<p>Hello</p>"));
    write(
        new EmailCommand.Send(
            id,
            Optional.empty(),
            1,
            prospect,
            campaign,
            Optional.empty(),
            0,
            Optional.empty(),
            to,
            "Hello",
            new Value.Fields(halves),
            Optional.of(key),
            Optional.empty(),
            0));
    Instant now = Clock.systemUTC().instant();
    streams.write(
        scope,
        new Actor.Internal("test"),
        List.of(
            new EmailCommand.Claim(
                id, ids.next(), "ana@a.example", Optional.empty(), "id@a.example"),
            new EmailCommand.Ended(id, EmailStatus.SENT, now, Optional.empty(), Optional.empty())));
    return id;
  }

  private void write(Change change) {
    streams.write(
        scope, new Actor.Member(scope.user(), Role.ADMIN, scope.user().value()), List.of(change));
  }

  record Facts(long opens, long replies, long rows, Optional<Instant> openedAt) {}

  Facts facts(UUID email) {
    return look(
        "facts",
        email,
        row ->
            new Facts(
                row.whole("opens"),
                row.whole("replies"),
                row.whole("rows"),
                row.instantMaybe("opened_at")));
  }

  String kinds(UUID email) {
    return look("kinds", email, row -> row.textMaybe("kinds").orElse(""));
  }

  String reply(UUID email) {
    return look("reply", email, row -> row.text("words"));
  }

  String status(UUID campaign) {
    return look("campaignStatus", campaign, row -> row.text("status"));
  }

  String enrolment(UUID campaign, UUID prospect) {
    return look(
        "enrolmentStatus", DerivedId.enrolment(campaign, prospect), row -> row.text("status"));
  }

  long rev(UUID email) {
    return look("rev", email, row -> row.whole("rev"));
  }

  long enrolmentRev(UUID campaign, UUID prospect) {
    return look("enrolmentRev", DerivedId.enrolment(campaign, prospect), row -> row.whole("rev"));
  }

  /// Does something while nothing can be written to the log.
  void whileTheLogIsLocked(Runnable work) {
    boolean _ =
        db.database()
            .asWorker(
                tx -> {
                  tx.exec(statements.get("lockLog"), Args.none());
                  work.run();
                  return true;
                });
  }

  String everythingStored() {
    return look("everythingStored", ids.next(), row -> row.textMaybe("text").orElse(""));
  }

  private <T> T look(String statement, UUID id, Mapper<T> mapper) {
    return db.database()
        .inWorkspace(
            scope,
            tx ->
                tx.one(
                    statements.get(statement),
                    Args.of("ws", scope.workspace()).and("id", id),
                    mapper));
  }

  /// Waits until the facts are so, looking again after every commit.
  Facts until(UUID email, Predicate<Facts> fulfilled) {
    return until(() -> facts(email), fulfilled);
  }

  <T> T until(java.util.function.Supplier<T> look, Predicate<T> fulfilled) {
    long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (true) {
      Heads.Ticket ticket = heads.ticket(scope.workspace());
      T seen = look.get();
      if (fulfilled.test(seen)) {
        return seen;
      }
      if (System.nanoTime() > end) {
        throw new AssertionError("after 20 s: " + seen);
      }
      ticket.await(Duration.ofMillis(300));
    }
  }

  void close() throws InterruptedException {
    heads.letGo();
    listeners.stop();
    ticker.stop();
    for (ConsumerRunner runner : runners) {
      runner.stop();
    }
    tracking.stop();
  }
}
