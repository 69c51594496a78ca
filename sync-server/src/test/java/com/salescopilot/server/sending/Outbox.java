package com.salescopilot.server.sending;

import com.salescopilot.model.campaign.CampaignMove;
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
import com.salescopilot.server.db.Args;
import com.salescopilot.server.db.Database;
import com.salescopilot.server.db.Mapper;
import com.salescopilot.server.db.Row;
import com.salescopilot.server.db.Scope;
import com.salescopilot.server.db.Statements;
import com.salescopilot.server.db.TestDatabase;
import com.salescopilot.server.egress.Allowed;
import com.salescopilot.server.egress.Egress;
import com.salescopilot.server.egress.Resolver;
import com.salescopilot.server.keys.KeyFile;
import com.salescopilot.server.keys.Tokens;
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
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;

/// What a person's desk does with mails, and what becomes of them, on a real database.
final class Outbox {
  static final Patience HASTE =
      new Patience(Duration.ofSeconds(5), Duration.ofMillis(300), Duration.ofSeconds(10));

  private final Statements statements = Statements.load(Outbox.class);
  private final Database database;
  private final UuidV7 ids = new UuidV7(Clock.systemUTC(), new Random());
  private final Heads heads = new Heads();
  private final SendHook hook = new SendHook(Optional.of(relay(1)));
  final Scope scope;
  final Streams streams;
  final Tokens tokens;

  Outbox(TestDatabase db, Path directory) throws IOException {
    database = db.database();
    scope = db.newWorkspace();
    streams =
        new Streams(
            database,
            new RowTables(),
            List.of(hook),
            TestDatabase.tags(),
            heads,
            ids::next,
            Clock.systemUTC());
    tokens = new Tokens(new KeyFile(keys(directory)).read().orElseThrow());
  }

  private static Path keys(Path directory) throws IOException {
    Path file =
        Files.createFile(
            directory.resolve(UUID.randomUUID() + ".key"),
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    String key = Base64.getEncoder().encodeToString(new byte[32]);
    return Files.writeString(file, "k1 " + key + "\n", StandardCharsets.UTF_8);
  }

  static Relay relay(int port) {
    return new Relay(
        "127.0.0.1",
        port,
        Optional.empty(),
        Optional.empty(),
        Relay.Security.NONE,
        "sales@relay.example",
        4);
  }

  /// A sender to this port, as one server process would run it.
  Sending sender(int port, String node) {
    Sending sending =
        new Sending(
            database,
            streams,
            hook,
            relay(port),
            tokens,
            () -> URI.create("https://track.example"),
            new NodeId(node),
            new Egress(List.of(Allowed.parse("127.0.0.0/8")), Set.of(), Resolver.system()),
            Clock.systemUTC(),
            HASTE);
    heads.whenMoved(sending::moved);
    return sending;
  }

  UUID send(String key) {
    return send(key, 0, Optional.empty());
  }

  UUID send(String key, int undoSeconds, Optional<UUID> campaign) {
    return send(key, undoSeconds, campaign, "<p>Hello <b>Ana</b>, schön!</p>");
  }

  UUID send(String key, int undoSeconds, Optional<UUID> campaign, String html) {
    UUID id = DerivedId.emailForKey(scope.user(), key);
    write(
        new EmailCommand.Send(
            id,
            Optional.empty(),
            1,
            Optional.empty(),
            campaign,
            Optional.empty(),
            0,
            Optional.empty(),
            "ana@prospect.example",
            "Grüße aus Köln",
            body(html),
            Optional.of(key),
            Optional.empty(),
            undoSeconds));
    return id;
  }

  private static Value.Fields body(String html) {
    TreeMap<String, Value> halves = new TreeMap<>();
    halves.put("html", Value.text(html));
    return new Value.Fields(halves);
  }

  UUID campaign() {
    UUID id = ids.next();
    TreeMap<String, Value> fields = new TreeMap<>();
    fields.put("name", Value.text("Autumn"));
    write(new Change.Create(new RowKey(Entity.CAMPAIGN, id), fields));
    move(id, CampaignMove.START);
    return id;
  }

  void move(UUID campaign, CampaignMove move) {
    Optional<UUID> seen = look("statusChange", campaign, row -> row.uuidMaybe("status_change"));
    write(new CampaignCommand.Move(campaign, move, seen));
  }

  UUID draft() {
    UUID id = ids.next();
    TreeMap<String, Value> fields = new TreeMap<>();
    fields.put("subject", Value.text("Hello"));
    fields.put("body", body("<p>Hello</p>"));
    write(new Change.Create(new RowKey(Entity.EMAIL_DRAFT, id), fields));
    return id;
  }

  UUID sendDraft(UUID draft, int undoSeconds) {
    UUID id = DerivedId.email(scope.user(), draft, 1);
    write(
        new EmailCommand.Send(
            id,
            Optional.of(draft),
            1,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            0,
            Optional.empty(),
            "ana@prospect.example",
            "Hello",
            body("<p>Hello</p>"),
            Optional.empty(),
            Optional.empty(),
            undoSeconds));
    return id;
  }

  void deleteDraft(UUID draft) {
    write(new Change.Delete(new RowKey(Entity.EMAIL_DRAFT, draft), OptionalLong.empty()));
  }

  /// As a worker ends an attempt.
  void endAs(UUID id, EmailStatus status) {
    end(id, status, Optional.empty());
  }

  /// As a worker ends an attempt that was refused for now.
  void deferAs(UUID id, String reply) {
    end(id, EmailStatus.PENDING_SEND, Optional.of(reply));
  }

  private void end(UUID id, EmailStatus status, Optional<String> reply) {
    Instant now = Clock.systemUTC().instant();
    streams.write(
        scope,
        new Actor.Internal("test"),
        List.of(
            new EmailCommand.Claim(
                id, ids.next(), "sales@relay.example", Optional.empty(), "id@relay.example"),
            new EmailCommand.Ended(id, status, now, reply, Optional.empty())));
  }

  void resend(UUID id) {
    write(new EmailCommand.Resend(id));
  }

  void write(Change change) {
    streams.write(
        scope, new Actor.Member(scope.user(), Role.ADMIN, scope.user().value()), List.of(change));
  }

  Mail mail(UUID id) {
    return look("mail", id, Mail::of);
  }

  Job job(UUID id) {
    return look("job", id, Job::of);
  }

  long rev(UUID id) {
    return look("rev", id, row -> row.whole("rev"));
  }

  long jobs() {
    return database.inWorkspace(
        scope,
        tx ->
            tx.one(
                statements.get("jobs"), Args.of("ws", scope.workspace()), row -> row.whole("n")));
  }

  private <T> T look(String statement, UUID id, Mapper<T> mapper) {
    return database.inWorkspace(
        scope,
        tx ->
            tx.one(
                statements.get(statement), Args.of("ws", scope.workspace()).and("id", id), mapper));
  }

  /// Waits until the mail is so, looking again after every commit.
  Mail until(UUID id, Predicate<Mail> fulfilled) {
    Instant end = Clock.systemUTC().instant().plusSeconds(20);
    while (true) {
      Heads.Ticket ticket = heads.ticket(scope.workspace());
      Mail mail = mail(id);
      if (fulfilled.test(mail)) {
        return mail;
      }
      if (Clock.systemUTC().instant().isAfter(end)) {
        throw new AssertionError("after 20 s: " + mail);
      }
      ticket.await(Duration.ofMillis(500));
    }
  }

  Mail until(UUID id, EmailStatus status) {
    return until(id, mail -> mail.status() == status);
  }

  /// As if the time of the mail's next attempt had come.
  void hurry(UUID id) {
    exec("hurryJob", id);
    exec("hurryMailbox", id);
  }

  /// As if the mail had first been tried so many hours ago.
  void firstTried(UUID id, int hoursAgo) {
    database.inWorkspace(
        scope,
        tx ->
            tx.exec(
                statements.get("firstTried"),
                Args.of("ws", scope.workspace()).and("id", id).and("hours", hoursAgo)));
  }

  /// As if whoever holds the mailbox had not renewed its lease in time.
  void expireLease() {
    exec("expireLease", scope.user().value());
  }

  private void exec(String statement, UUID id) {
    database.inWorkspace(
        scope,
        tx -> tx.exec(statements.get(statement), Args.of("ws", scope.workspace()).and("id", id)));
  }

  /// As a process leaves it that was killed while it had the mail.
  void leaveBehind(UUID id, Phase phase, String node) {
    database.inWorkspace(
        scope,
        tx -> {
          Args args = Args.of("ws", scope.workspace()).and("id", id).and("phase", phase);
          tx.exec(statements.get("leaveJob"), args);
          tx.exec(statements.get("leaveMail"), Args.of("ws", scope.workspace()).and("id", id));
          return tx.exec(
              statements.get("leaveLease"), Args.of("ws", scope.workspace()).and("node", node));
        });
  }

  /// As a worker claims it that was cut off from its lease in the middle of the claim, and killed.
  void claimLate(UUID id) {
    exec("claimedByNobody", id);
    exec("dueNow", id);
  }

  record Mail(
      EmailStatus status,
      Optional<String> reply,
      Optional<String> messageId,
      Optional<String> from,
      Optional<String> cancelReason,
      Optional<Instant> sentAt) {
    static Mail of(Row row) {
      return new Mail(
          EmailStatus.valueOf(row.text("status")),
          row.textMaybe("last_reply"),
          row.textMaybe("message_id"),
          row.textMaybe("from_email"),
          row.textMaybe("cancel_reason"),
          row.instantMaybe("sent_at"));
    }
  }

  record Job(Phase phase, int attempt, double secondsLeft) {
    static Job of(Row row) {
      return new Job(Phase.valueOf(row.text("phase")), row.small("attempt"), row.real("seconds"));
    }
  }
}
