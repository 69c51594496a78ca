package com.salescopilot.server.dispatch;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.salescopilot.model.campaign.CampaignMove;
import com.salescopilot.model.entity.Doc;
import com.salescopilot.model.entity.Entity;
import com.salescopilot.model.entity.RowKey;
import com.salescopilot.model.event.EventType;
import com.salescopilot.model.id.DerivedId;
import com.salescopilot.model.id.UuidV7;
import com.salescopilot.model.letter.Sender;
import com.salescopilot.model.sync.Actor;
import com.salescopilot.model.sync.CampaignCommand;
import com.salescopilot.model.sync.Change;
import com.salescopilot.model.sync.Role;
import com.salescopilot.model.value.Value;
import com.salescopilot.server.campaign.CampaignConsumer;
import com.salescopilot.server.campaign.StepHook;
import com.salescopilot.server.db.Args;
import com.salescopilot.server.db.Scope;
import com.salescopilot.server.db.Statements;
import com.salescopilot.server.db.TestDatabase;
import com.salescopilot.server.egress.Allowed;
import com.salescopilot.server.egress.Egress;
import com.salescopilot.server.egress.Resolver;
import com.salescopilot.server.events.Event;
import com.salescopilot.server.keys.KeyFile;
import com.salescopilot.server.keys.Tokens;
import com.salescopilot.server.sending.NodeId;
import com.salescopilot.server.sending.Relay;
import com.salescopilot.server.sending.SendHook;
import com.salescopilot.server.sending.Sending;
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
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;

/// A campaign of two steps on a real database, with the parts of a server that make and send its
/// mails. Its hours are open now, whenever that is, and its second step follows after a day. It
/// begins two days ago, so that a mail server need not wait for the next one.
final class RunningCampaign {
  private volatile Duration behind = Duration.ofDays(2);
  private final TestDatabase db;
  private final Path directory;
  private final Statements statements = Statements.load(RunningCampaign.class);
  private final InstantSource clock = () -> Clock.systemUTC().instant().minus(behind());
  private final UuidV7 ids = new UuidV7(clock, new Random());
  private final Heads heads = new Heads();
  private final Relay relay;
  private final SendHook queue;
  private final Tokens tokens;
  private final Actor owner;
  final Scope scope;
  final Streams streams;
  final UUID campaign = ids.next();
  private final List<UUID> steps = new ArrayList<>();

  RunningCampaign(TestDatabase db, Path directory, int port) throws IOException {
    this(
        db,
        directory,
        port,
        fields("subject", "Question for {{company}}"),
        "<p>Hello {{firstName}}</p>",
        "");
  }

  /// One whose first step says this.
  ///
  /// @param text its plain half; empty if it is to be made of the other
  RunningCampaign(
      TestDatabase db,
      Path directory,
      int port,
      SortedMap<String, Value> first,
      String html,
      String text)
      throws IOException {
    this.db = db;
    this.directory = directory;
    scope = db.newWorkspace();
    owner = new Actor.Member(scope.user(), Role.ADMIN, scope.user().value());
    relay =
        new Relay(
            "127.0.0.1",
            port,
            Optional.empty(),
            Optional.empty(),
            Relay.Security.NONE,
            "sales@relay.example",
            2);
    queue = new SendHook(Optional.of(relay));
    streams =
        new Streams(
            db.database(),
            new RowTables(),
            List.of(queue, new StepHook(clock), new DispatchHook()),
            TestDatabase.tags(),
            heads,
            ids::next,
            clock);
    tokens = tokens(directory);
    db.database()
        .inWorkspace(
            scope,
            tx ->
                tx.exec(
                    statements.get("relay"),
                    Args.of("ws", scope.workspace())
                        .and("id", DerivedId.defaultMailbox(scope.workspace()))));
    create(first, html, text);
  }

  private void create(SortedMap<String, Value> first, String html, String text) {
    SortedMap<String, Value> policy = new TreeMap<>();
    policy.put(
        "days",
        new Value.Items(
            List.of("MON", "TUE", "WED", "THU", "FRI", "SAT", "SUN").stream()
                .map(day -> (Value) Value.text(day))
                .toList()));
    policy.put("from", Value.text("00:00"));
    policy.put("to", Value.text("23:59"));
    policy.put("gapSeconds", Value.whole(0));
    policy.put("dailyCap", Value.whole(1_000));
    policy.put("ramp", new Value.Flag(false));
    policy.put("zone", Value.text(noon()));
    SortedMap<String, Value> fields = fields("name", "Autumn");
    fields.put("policy", new Value.Fields(policy));
    write(new Change.Create(new RowKey(Entity.CAMPAIGN, campaign), fields));
    step(1, "NEW", first, html, text);
    step(2, "REPLY", new TreeMap<>(), "<p>Still there, {{firstName | 'you'}}?</p>", "");
  }

  /// A zone in which it is about noon.
  private String noon() {
    int east = 12 - clock.instant().atOffset(ZoneOffset.UTC).getHour();
    return east > 0 ? "Etc/GMT-" + east : "Etc/GMT+" + -east;
  }

  private void step(
      int position, String thread, SortedMap<String, Value> more, String html, String text) {
    SortedMap<String, Value> fields =
        fields("campaignId", campaign.toString(), "threadMode", thread, "delayUnit", "CALENDAR");
    fields.putAll(more);
    fields.put("position", Value.whole(position));
    fields.put("delayAmount", Value.whole(position - 1));
    SortedMap<String, Value> body =
        fields("html", html + "<p><a href=\"{{unsubscribeUrl}}\">No more</a></p>");
    if (!text.isEmpty()) {
      body.put("text", Value.text(text + "\n{{unsubscribeUrl}}"));
    }
    fields.put("body", new Value.Fields(body));
    UUID id = ids.next();
    steps.add(id);
    write(new Change.Create(new RowKey(Entity.CAMPAIGN_STEP, id), fields));
  }

  private Duration behind() {
    return behind;
  }

  /// Two days later.
  void later() {
    behind = Duration.ZERO;
  }

  UUID enrolled(String name, String company) {
    return enrolled(
        fields(
            "email",
            name.toLowerCase(Locale.ROOT) + "@" + company + ".example",
            "firstName",
            name,
            "company",
            company));
  }

  UUID enrolled(SortedMap<String, Value> prospect) {
    UUID id = ids.next();
    write(
        new Change.Create(new RowKey(Entity.PROSPECT, id), prospect),
        new CampaignCommand.Enrol(campaign, List.of(id)));
    return id;
  }

  /// A row as it stands.
  Doc row(Entity entity, UUID id) {
    return db.database()
        .inWorkspace(scope, tx -> new RowTables().find(tx, scope, entity, id).orElseThrow());
  }

  /// Who its mails are from.
  Sender sender() {
    return db.database()
        .inWorkspace(
            scope,
            tx ->
                tx.one(
                    statements.get("sender"),
                    Args.of("user", scope.user().value()),
                    Situations::sender));
  }

  Doc firstStep() {
    return row(Entity.CAMPAIGN_STEP, steps.getFirst());
  }

  void move(CampaignMove move) {
    Doc row = row();
    write(new CampaignCommand.Move(campaign, move, row.uuid("statusChange")));
  }

  private Doc row() {
    return row(Entity.CAMPAIGN, campaign);
  }

  String campaignStatus() {
    return row().text("status").orElseThrow();
  }

  /// A new process of the server looks at what is due.
  void look() {
    Instant _ = dispatcher().look(scope.workspace());
  }

  private Dispatcher dispatcher() {
    return new Dispatcher(
        db.database(), streams, tokens, () -> URI.create("https://track.example"), clock);
  }

  /// A new process of the server that sends.
  Sending sending() {
    Sending sending =
        new Sending(
            db.database(),
            streams,
            queue,
            relay,
            tokens,
            () -> URI.create("https://track.example"),
            NodeId.of(directory, ids::next),
            new Egress(List.of(Allowed.parse("127.0.0.0/8")), Set.of(), Resolver.system()),
            clock);
    heads.whenMoved(sending::moved);
    sending.start();
    return sending;
  }

  /// Somebody answers the first step.
  void answers(UUID prospect) {
    Event event =
        new Event(
            1,
            ids.next(),
            EventType.EMAIL_REPLIED,
            scope.workspace(),
            DerivedId.stepEmail(campaign, prospect, 1, 0),
            clock.instant(),
            JsonNodeFactory.instance.objectNode());
    boolean _ =
        db.database()
            .inWorkspace(
                scope,
                tx -> {
                  new CampaignConsumer(streams).apply(tx, scope.workspace(), List.of(event));
                  return true;
                });
  }

  /// Each mail of a step: id, position and status, in the order of ids.
  List<String> mails() {
    List<String> mails = new ArrayList<>();
    boolean _ =
        db.database()
            .inWorkspace(
                scope,
                tx -> {
                  tx.scan(
                      statements.get("mails"),
                      Args.of("ws", scope.workspace()),
                      row ->
                          mails.add(
                              row.uuid("id")
                                  + " "
                                  + row.whole("step_position")
                                  + " "
                                  + row.text("status")));
                  return true;
                });
    return mails;
  }

  /// Waits until so many mails are in this status.
  void until(String status, int count) {
    Predicate<String> fits = mail -> mail.endsWith(" " + status);
    long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    while (true) {
      Heads.Ticket ticket = heads.ticket(scope.workspace());
      List<String> mails = mails();
      if (mails.stream().filter(fits).count() == count) {
        return;
      }
      if (System.nanoTime() > end) {
        throw new AssertionError("after 60 s: " + mails);
      }
      ticket.await(Duration.ofMillis(300));
    }
  }

  private void write(Change... changes) {
    streams.write(scope, owner, List.of(changes));
  }

  static SortedMap<String, Value> fields(String... pairs) {
    SortedMap<String, Value> fields = new TreeMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      fields.put(pairs[i], Value.text(pairs[i + 1]));
    }
    return fields;
  }

  static Tokens tokens(Path directory) throws IOException {
    return new Tokens(new KeyFile(keys(directory)).read().orElseThrow());
  }

  private static Path keys(Path directory) throws IOException {
    Path file =
        Files.createFile(
            directory.resolve(UUID.randomUUID() + ".key"),
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    String key = Base64.getEncoder().encodeToString(new byte[32]);
    return Files.writeString(file, "k1 " + key + "\n", StandardCharsets.UTF_8);
  }
}
