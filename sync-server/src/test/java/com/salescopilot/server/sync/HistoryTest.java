package com.salescopilot.server.sync;

import static org.assertj.core.api.Assertions.assertThat;

import com.salescopilot.model.entity.RowKey;
import com.salescopilot.model.entity.StreamKind;
import com.salescopilot.model.id.UuidV7;
import com.salescopilot.model.id.WorkspaceId;
import com.salescopilot.model.protocol.Cursor;
import com.salescopilot.model.protocol.PullRequest;
import com.salescopilot.server.TestApi;
import com.salescopilot.server.db.Args;
import com.salescopilot.server.db.Scope;
import com.salescopilot.server.db.Statements;
import com.salescopilot.server.db.TestDatabase;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Clients that have read what the database has not, over HTTP.
final class HistoryTest {
  @Order(1)
  @RegisterExtension
  static final TestDatabase db = new TestDatabase();

  @Order(2)
  @RegisterExtension
  static final TestApi api = new TestApi(db);

  private final Statements statements = Statements.load(HistoryTest.class);
  private final UuidV7 ids = new UuidV7(Clock.systemUTC(), new Random());
  private Scope scope = Scope.ofSystem(new WorkspaceId(new UUID(0, 0)));

  @BeforeEach
  void a_workspace() {
    var _ = api.epochs().begin();
    scope = db.newWorkspace();
  }

  @Test
  void a_cursor_that_the_server_never_gave_out_is_refused_and_the_outbox_stays() {
    WireClient client = client();
    client.create("a@b.example");
    client.sync();
    RowKey waiting = client.create("b@b.example");
    Cursor ws = client.store.cursor(StreamKind.WS).orElseThrow();
    Cursor me = client.store.cursor(StreamKind.ME).orElseThrow();
    for (Cursor forged :
        List.of(
            new Cursor(ws.rev() + 1, ws.tag()),
            new Cursor(ws.rev(), "AAAAAAAAAAAAAAAA"),
            new Cursor(ws.rev(), "?"),
            me)) {
      Map<StreamKind, Cursor> cursors = Map.of(StreamKind.WS, forged, StreamKind.ME, me);
      TestApi.Reply reply =
          client.pull(
              new PullRequest(client.store.epoch(), client.store.device().id(), cursors, 0, 0));
      assertThat(reply.status()).as("%s", forged).isEqualTo(400);
      assertThat(reply.code()).isEqualTo("BAD_CURSOR");
      assertThat(reply.json().path("streams").toString()).isEqualTo("[\"ws\"]");
    }
    assertThat(client.store.cursor(StreamKind.WS)).isEmpty();
    assertThat(client.store.cursor(StreamKind.ME)).isPresent();
    assertThat(client.core.pending()).isEqualTo(1);
    client.sync();
    assertThat(client.rows()).contains(waiting);
    assertThat(reasons()).doesNotContain("CURSOR");
  }

  @Test
  void whoever_has_read_beyond_the_head_proves_it_and_what_was_confirmed_comes_back() {
    WireClient witness = client();
    WireClient other = client();
    RowKey kept = witness.create("kept@b.example");
    witness.sync();
    other.sync();
    long copied = head();
    RowKey lost = witness.create("lost@b.example");
    witness.sync();
    setBack(copied, witness, other);

    TestApi.Reply proof = witness.pull();
    assertThat(proof.status()).isEqualTo(409);
    assertThat(proof.code()).isEqualTo("EPOCH");
    assertThat(proof.json().path("lost").toString()).isEqualTo("[\"ws\"]");
    assertThat(reasons()).endsWith("CURSOR");
    assertThat(witness.core.pending()).isEqualTo(2);
    witness.sync();
    assertThat(witness.rows()).containsExactlyInAnyOrder(kept, lost);

    TestApi.Reply told = other.pull();
    assertThat(told.code()).isEqualTo("EPOCH");
    assertThat(told.json().path("lost").toString()).isEqualTo("[]");
    assertThat(told.at("epoch")).isEqualTo(proof.at("epoch"));
    other.sync();
    assertThat(other.store.rows()).isEqualTo(witness.store.rows());
    assertThat(reasons().stream().filter("CURSOR"::equals)).hasSize(1);
  }

  @Test
  void a_push_proves_it_too_and_nothing_of_it_is_applied_before() {
    WireClient witness = client();
    witness.create("kept@b.example");
    witness.sync();
    long copied = head();
    RowKey lost = witness.create("lost@b.example");
    witness.sync();
    setBack(copied, witness);
    RowKey fresh = witness.create("fresh@b.example");
    assertThat(witness.push().code()).isEqualTo("EPOCH");
    assertThat(head()).isEqualTo(copied);
    witness.sync();
    assertThat(witness.rows()).hasSize(3).contains(lost, fresh);
  }

  @Test
  void a_history_that_has_grown_past_the_cursor_again_is_still_another_one() {
    WireClient witness = client();
    WireClient other = client();
    witness.create("kept@b.example");
    witness.sync();
    other.sync();
    long copied = head();
    RowKey lost = witness.create("lost@b.example");
    witness.sync();
    setBack(copied, witness, other);
    for (int i = 0; i < 3; i++) {
      other.create("later" + i + "@b.example");
      other.sync();
    }
    assertThat(head()).isGreaterThan(witness.store.cursor(StreamKind.WS).orElseThrow().rev());
    assertThat(witness.pull().code()).isEqualTo("EPOCH");
    witness.sync();
    other.sync();
    assertThat(other.rows()).hasSize(5).contains(lost);
    assertThat(other.store.rows()).isEqualTo(witness.store.rows());
  }

  /// The server was put back twice, and the second time to before the first was noticed.
  @Test
  void a_client_of_a_life_that_was_lost_too_is_believed_once() {
    WireClient first = client();
    WireClient second = client();
    first.create("kept@b.example");
    first.sync();
    second.sync();
    long copied = head();
    UUID old = first.store.epoch().orElseThrow();
    RowKey lost = first.create("lost@b.example");
    first.sync();
    setBack(copied, first, second);
    assertThat(first.pull().code()).isEqualTo("EPOCH");
    first.sync();
    second.sync();
    UUID lostLife = first.store.epoch().orElseThrow();
    setBack(copied, first, second);
    var _ =
        db.database()
            .asWorker(
                tx ->
                    tx.exec(
                        statements.get("forgetLife"),
                        Args.of("id", lostLife).and("other", ids.next())));
    exec("stream", Args.of("ws", scope.workspace()).and("epoch", old));

    int lives = reasons().size();
    assertThat(first.pull().code()).isEqualTo("EPOCH");
    assertThat(second.pull().code()).isEqualTo("EPOCH");
    assertThat(reasons()).hasSize(lives + 2).contains("LOST"); // the lost one, and a new one
    first.sync();
    second.sync();
    assertThat(first.rows()).contains(lost);
    assertThat(first.store.rows()).isEqualTo(second.store.rows());
  }

  @Test
  void a_client_that_is_too_old_or_newer_than_the_server_is_told_which() {
    String pull = client().core.pullRequest(0).json();
    TestApi.Reply older =
        api.as(scope).post("/sync/pull", pull.replace("\"protocol\":1", "\"protocol\":0"));
    assertThat(older.status()).isEqualTo(426);
    assertThat(older.code()).isEqualTo("CLIENT_OLDER");
    TestApi.Reply newer =
        api.as(scope).post("/sync/pull", pull.replace("\"schema\":1", "\"schema\":2"));
    assertThat(newer.status()).isEqualTo(409);
    assertThat(newer.code()).isEqualTo("SERVER_OLDER");
  }

  @Test
  void a_commit_has_one_witness_and_a_change_of_nothing_none() {
    WireClient client = client();
    for (int i = 0; i < 3; i++) {
      client.create(i + "@b.example");
    }
    client.sync();
    client.sync();
    assertThat(look("commits")).isEqualTo(head()).isEqualTo(1);
  }

  private WireClient client() {
    return new WireClient(api, scope, ids::next);
  }

  private long head() {
    return look("head");
  }

  private long look(String statement) {
    return db.database()
        .inWorkspace(
            scope,
            tx ->
                tx.one(
                    statements.get(statement),
                    Args.of("ws", scope.workspace()),
                    row -> row.whole(statement.equals("head") ? "head" : "n")));
  }

  private void setBack(long rev, WireClient... clients) {
    Args args = Args.of("ws", scope.workspace()).and("rev", rev);
    List.of("setBackStream", "setBackCommits", "setBackRows", "setBackLog")
        .forEach(name -> exec(name, args));
    for (WireClient client : clients) {
      exec(
          "setBackDevices",
          Args.of("ws", scope.workspace()).and("device", client.store.device().id()));
    }
  }

  private void exec(String statement, Args args) {
    var _ = db.database().inWorkspace(scope, tx -> tx.exec(statements.get(statement), args));
  }

  private List<String> reasons() {
    return db.database()
        .asWorker(tx -> tx.list(statements.get("reasons"), Args.none(), row -> row.text("reason")));
  }
}
