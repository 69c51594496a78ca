package com.salescopilot.server.walls;

import static org.assertj.core.api.Assertions.assertThat;

import com.salescopilot.server.LiveServer;
import com.salescopilot.server.contract.OpenApi;
import com.salescopilot.server.db.TestDatabase;
import com.salescopilot.server.walls.Attack.Thoroughness;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Two workspaces, and people of each who put the other's ids into every place of every request.
final class WalkerTest {
  /// Rows of these come with parts that are not built yet, are the operator's, or need hundreds of
  /// mails and a night.
  private static final Set<String> UNFILLED = Set.of("event_retry", "score_evidence");

  /// Routes that this server does not have, as it has no relay.
  private static final String WITHOUT_RELAY =
      "/api/auth/(password/(forgot|reset)|(google|linkedin)(/callback)?|token|links.+|links)";

  private static final String SHOWS_NOTHING =
      ".*/(dashboard|webhooks|docs|openapi|options|export|links|google|linkedin|forecast|why|rules).*";

  /// Requests of the normal build.
  private static final int NORMALLY = 5_000;

  @Order(1)
  @RegisterExtension
  static final TestDatabase db = new TestDatabase();

  @Order(2)
  @RegisterExtension
  static final LiveServer server = new LiveServer(db);

  @Order(3)
  @RegisterExtension
  static final Walls walls = new Walls(db, server);

  private final long seed = new SplittableRandom().nextLong();
  private final Tenant ana = walls.ana();
  private final Tenant bo = walls.bo();
  private final Superuser superuser = walls.superuser();

  @Test
  void every_route_has_a_call_that_succeeds() {
    Set<String> routes = new TreeSet<>();
    server
        .routes()
        .forEach(
            (surface, list) ->
                list.forEach(r -> routes.add(Sample.route(surface, r.method(), r.pattern()))));
    assertThat(Samples.byRoute().keySet()).isEqualTo(routes);
    Tenant ela = walls.another("KanarieEla");
    for (Sample sample : Samples.all()) {
      Reply reply = ela.send(sample.call().apply(ela));
      boolean absent = sample.pattern().matches(WITHOUT_RELAY) && reply.status() == 404;
      assertThat(reply.good() || absent)
          .as(sample + ": " + reply.status() + " " + reply.body())
          .isTrue();
    }
  }

  @Test
  void both_workspaces_have_rows_in_every_table() {
    for (Tenant tenant : List.of(ana, bo)) {
      Set<String> empty =
          superuser.dump(tenant.workspace()).entrySet().stream()
              .filter(table -> !table.getValue().contains("<row>"))
              .map(Map.Entry::getKey)
              .collect(Collectors.toCollection(TreeSet::new));
      assertThat(empty).isEqualTo(new TreeSet<>(UNFILLED));
    }
  }

  @Test
  void nothing_of_another_workspace_is_seen_changed_or_told_from_what_is_not_there() {
    walk(NORMALLY);
  }

  @Test
  @Tag("long")
  void nothing_of_another_workspace_is_ever_seen_or_changed() {
    walk(100_000);
  }

  /// Both roles of three workspaces against a fourth: once with every id, and then as many times as
  /// it takes.
  private void walk(int requests) {
    Tenant victim = ana;
    List<Tenant> admins = List.of(ana, bo, walls.another("KanarieCyLm"));
    List<Tenant> users = admins.stream().map(this::colleague).toList();
    List<String> faults = new ArrayList<>();
    Set<String> reached = new TreeSet<>();
    Random random = new Random(seed);
    int tried = 0;
    for (int round = 0; tried < requests || round < 2 * admins.size(); round++) {
      int whose = round % admins.size();
      if (whose == 0) { // at rest, and nobody of these workspaces has named anything of it yet
        victim = walls.another("KanarieFee" + round);
      }
      List<Tenant> role = round / admins.size() % 2 == 0 ? admins : users;
      Attack attack =
          new Attack(role.get(whose), victim, superuser, thoroughness(round, requests), random);
      tried += attack.everywhere();
      faults.addAll(attack.faults());
      reached.addAll(attack.reached());
    }
    Set<String> missed = new TreeSet<>(ContractSlots.of(OpenApi.read()));
    missed.removeAll(reached);
    System.getLogger(WalkerTest.class.getName())
        .log(Level.INFO, "seed {0}, {1} requests", Long.toString(seed), tried);
    assertThat(faults).as("seed %d, %d requests, missed %s", seed, tried, missed).isEmpty();
    assertThat(tried).isGreaterThanOrEqualTo(requests);
    assertThat(missed).as("ids in the contract that nobody tried").isEmpty();
  }

  private static Thoroughness thoroughness(int round, int requests) {
    if (requests > NORMALLY) {
      return Thoroughness.EVERY_ID;
    }
    return round == 0 ? Thoroughness.SOME_IDS : Thoroughness.SPOT_CHECK;
  }

  /// The controls: each part of the oracle sees what it is there to see.
  @Test
  void the_oracle_sees_what_the_owner_may_see_and_do() {
    Oracle oracle = new Oracle(superuser, ana, bo);
    assertThat(oracle.secrets()).isGreaterThan(30);
    List<String> silent = new ArrayList<>();
    int looked = 0;
    for (Sample sample : Samples.all()) {
      Call call = sample.call().apply(ana);
      boolean shows =
          sample.pattern().startsWith("/api/")
              && (call.method().equals("GET") || sample.pattern().endsWith("/pull"));
      if (shows && !call.path().matches(SHOWS_NOTHING)) {
        looked++;
        if (oracle.leaks(bo, call, ana.send(call)).isEmpty()) {
          silent.add(sample.toString());
        }
      }
    }
    assertThat(silent).as("answers to the owner in which nothing was seen").isEmpty();
    assertThat(looked).isGreaterThanOrEqualTo(12);

    Oracle after = new Oracle(superuser, ana, bo);
    assertThat(after.changes()).isEmpty();
    Call patch = Call.api("PATCH", "/prospects/" + ana.id("prospect"), "{\"company\":\"other\"}");
    assertThat(ana.send(patch).good()).isTrue();
    assertThat(after.changes()).anyMatch(change -> change.startsWith("rows of prospect changed"));

    String there = ana.id("prospect");
    String nowhere = UUID.randomUUID().toString();
    assertThat(Oracle.shape(ana.get("/prospects/" + there), there))
        .isNotEqualTo(Oracle.shape(ana.get("/prospects/" + nowhere), nowhere));
  }

  /// A member of a workspace without special rights.
  private Tenant colleague(Tenant admin) {
    Tenant account = Tenant.signUp(walls.door(), "KanarieDi" + admin.canary.replace("Kanarie", ""));
    superuser.addMember(admin.workspace(), account.user());
    Tenant user = account.in(admin);
    assertThat(user.role()).isEqualTo("USER");
    admin.ids.forEach(user.ids::putIfAbsent);
    user.ids.put("draft", user.made("/emails/draft", "{\"subject\":\"Hi\"}"));
    return user;
  }
}
