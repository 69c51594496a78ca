package com.salescopilot.server.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import com.salescopilot.server.db.Args;
import com.salescopilot.server.db.Statements;
import com.salescopilot.server.db.TestDatabase;
import com.salescopilot.server.keys.Vault.Place;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/// A new master key while everything runs, and key files that are lost, wrong or open to others.
final class KeyRotationTest {
  @RegisterExtension static final TestDatabase db = new TestDatabase();

  @TempDir Path directory;

  private final Statements statements = Statements.load(KeyRotationTest.class);
  private final SecureRandom random = new SecureRandom();

  /// Each test is a database that has never had a key.
  @BeforeEach
  void begin() {
    int _ =
        db.database()
            .asUser(
                Optional.empty(),
                tx ->
                    tx.exec(statements.get("noDataKeys"), Args.none())
                        + tx.exec(statements.get("noCheck"), Args.none()));
  }

  @Test
  void a_new_key_is_the_first_line_and_the_others_stay() throws IOException {
    new Secrets(db, file());
    List<String> before = Files.readAllLines(path());
    String kid = file().rotate(random);
    List<String> after = Files.readAllLines(path());
    assertThat(after).hasSize(2).endsWith(before.getFirst());
    assertThat(after.getFirst()).startsWith(kid + " ");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path())))
        .isEqualTo("rw-------");
    assertThat(directory.resolve("master.key.part")).doesNotExist();
  }

  @Test
  void rotations_at_the_same_time_lose_no_line() throws Exception {
    new Secrets(db, file());
    ConcurrentLinkedQueue<String> made = new ConcurrentLinkedQueue<>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 8; i++) {
        var _ =
            threads.submit(
                () -> {
                  try {
                    made.add(file().rotate(random));
                  } catch (KeysRefused e) {
                    assertThat(e).hasMessageContaining("at this moment");
                  }
                });
      }
    }
    assertThat(made).isNotEmpty();
    assertThat(file().read().orElseThrow().kids()).containsAll(made).hasSize(1 + made.size());
  }

  @Test
  void a_running_process_takes_the_key_up_and_moves_every_data_key_to_it() throws SQLException {
    Secrets secrets = new Secrets(db, file());
    List<Place> places = new ArrayList<>();
    List<String> sealed = new ArrayList<>();
    for (int i = 0; i < 250; i++) {
      places.add(Secrets.place(UUID.randomUUID()));
      sealed.add(secrets.seal(places.getLast(), "secret " + i));
    }
    String kid = file().rotate(random);
    secrets.look();
    assertThat(secrets.keys().active()).isEqualTo(kid);
    assertThat(kids()).containsExactly(kid);
    secrets.look();
    new Secrets(db, file()).look();
    assertThat(written()).containsOnlyOnce(kid);
    Secrets.dropLastLine(path());
    Secrets later = new Secrets(db, file());
    for (int i = 0; i < places.size(); i++) {
      assertThat(later.open(places.get(i), sealed.get(i))).contains("secret " + i);
    }
  }

  @Test
  void who_meets_an_unknown_key_reads_the_file_again() {
    Secrets one = new Secrets(db, file());
    Secrets other = new Secrets(db, file());
    file().rotate(random);
    one.look();
    Place place = Secrets.place(UUID.randomUUID());
    String sealed = one.seal(place, "secret");
    assertThat(other.open(place, sealed)).contains("secret");
    assertThat(other.keys().active()).isEqualTo(one.keys().active());
  }

  @Test
  void rotation_under_load_in_two_processes_loses_no_secret() throws Exception {
    Load load = new Load(new Secrets(db, file()), new Secrets(db, file()));
    for (int rotation = 0; rotation < 5; rotation++) {
      load.until(20 * (rotation + 1));
      file().rotate(random);
      load.secrets.forEach(Secrets::look);
    }
    load.until(120);
    load.end();
    assertThat(load.failures).isEmpty();
    assertThat(file().read().orElseThrow().kids()).hasSize(6);
    load.secrets.getFirst().look();
    // what was made in the middle of the last look is moved at the next start
    new Secrets(db, file()).look();
    assertThat(kids()).containsExactly(file().read().orElseThrow().active());
  }

  @Test
  void control_a_process_that_never_reads_again_would_lose_them() {
    Secrets one = new Secrets(db, file());
    MasterKeys frozen = new MasterKeys(file().masters());
    file().rotate(random);
    one.look();
    Place place = Secrets.place(UUID.randomUUID());
    String sealed = one.seal(place, "secret");
    Vault stale = new Vault(frozen, Secrets.CLOCK, random);
    assertThatExceptionOfType(KeysRefused.class)
        .isThrownBy(
            () -> db.database().asUser(Optional.empty(), tx -> stale.open(tx, place, sealed)));
  }

  @Test
  void a_running_process_does_not_take_up_the_file_of_another_server_or_a_broken_one()
      throws IOException {
    Secrets secrets = new Secrets(db, file());
    String kid = secrets.keys().active();
    String right = Files.readString(path());
    Path other = directory.resolve("other.key");
    new KeyFile(other).create(random);
    for (String wrong : List.of(Files.readString(other), "", right + "k short\n", "\0")) {
      Files.writeString(path(), wrong);
      assertThat(secrets.keys().look()).isFalse();
      assertThat(secrets.keys().kids()).containsExactly(kid);
    }
    Files.delete(path());
    assertThat(secrets.keys().look()).isFalse();
    Place place = Secrets.place(UUID.randomUUID());
    assertThat(secrets.open(place, secrets.seal(place, "goes on"))).contains("goes on");
  }

  @Test
  void a_start_without_the_file_with_a_wrong_one_or_one_that_others_read_is_refused()
      throws IOException {
    Secrets secrets = new Secrets(db, file());
    secrets.seal(Secrets.place(UUID.randomUUID()), "secret");
    String right = Files.readString(path());
    String kid = secrets.keys().active();

    Files.setPosixFilePermissions(path(), PosixFilePermissions.fromString("rw-r-----"));
    refused("may be read by others");
    Files.setPosixFilePermissions(path(), PosixFilePermissions.fromString("rw-------"));
    Files.writeString(path(), right + "k2 " + right.substring(right.indexOf(' ') + 1, 20) + "\n");
    refused("line 2");
    Files.delete(path());
    refused("is missing");
    assertThat(path()).doesNotExist();
    new KeyFile(path()).create(random);
    refused("does not belong to this database");
    String wrong = Files.readString(path());
    Files.writeString(path(), kid + wrong.substring(wrong.indexOf(' ')));
    refused("does not belong to this database");
    Files.writeString(path(), right);
    new Secrets(db, file());
  }

  @Test
  void a_start_without_a_line_that_secrets_still_need_is_refused() throws IOException {
    Secrets secrets = new Secrets(db, file());
    String old = secrets.keys().active();
    secrets.seal(Secrets.place(UUID.randomUUID()), "secret");
    file().rotate(random);
    MasterKeys keys = file().read().orElseThrow();
    new KeyCheck(db.database(), Secrets.CLOCK, random).moveTo(keys);
    String both = Files.readString(path());
    Secrets.dropLastLine(path());
    refused("lacks the key " + old);
    Files.writeString(path(), both);
    new Secrets(db, file()).look();
    Secrets.dropLastLine(path());
    new Secrets(db, file());
  }

  @Test
  void what_was_made_with_an_older_key_is_still_known() {
    Secrets secrets = new Secrets(db, file());
    MasterKeys keys = secrets.keys();
    Tokens tokens = new Tokens(keys);
    UUID email = UUID.randomUUID();
    String token = tokens.of(Tokens.Kind.OPEN, email);
    file().rotate(random);
    Tokens another = new Tokens(file().read().orElseThrow());
    String newer = another.of(Tokens.Kind.OPEN, email);
    assertThat(tokens.read(Tokens.Kind.OPEN, newer)).as("met for the first time").contains(email);
    assertThat(another.read(Tokens.Kind.OPEN, token)).contains(email);
  }

  private void refused(String why) {
    assertThatExceptionOfType(KeysRefused.class)
        .isThrownBy(() -> new Secrets(db, file()))
        .withMessageContaining(why);
  }

  private KeyFile file() {
    return new KeyFile(path());
  }

  private Path path() {
    return directory.resolve("master.key");
  }

  /// The keys of which the audit says that they came into use.
  private static List<String> written() throws SQLException {
    var login = db.superuser();
    try (Connection connection =
            DriverManager.getConnection(login.url(), login.user(), login.password());
        var statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "select target from audit_log where action = 'KEYS_ROTATED' order by id")) {
      List<String> written = new ArrayList<>();
      while (rows.next()) {
        written.add(rows.getString(1));
      }
      return written;
    }
  }

  private List<String> kids() {
    return db.database()
        .asUser(
            Optional.empty(),
            tx -> tx.list(statements.get("kids"), Args.none(), row -> row.text("kid")));
  }

  /// Both processes seal, and open what either has sealed, as long as this lasts.
  private static final class Load {
    private final List<Secrets> secrets;
    private final ConcurrentLinkedQueue<String> failures = new ConcurrentLinkedQueue<>();
    private final AtomicInteger rounds = new AtomicInteger();
    private final AtomicBoolean over = new AtomicBoolean();
    private final CountDownLatch ended = new CountDownLatch(2);

    Load(Secrets one, Secrets other) {
      secrets = List.of(one, other);
      for (int process = 0; process < 2; process++) {
        int mine = process;
        Thread.ofVirtual().start(() -> run(mine));
      }
    }

    private void run(int mine) {
      try {
        while (!over.get()) {
          Place place = Secrets.place(UUID.randomUUID());
          String sealed = secrets.get(mine).seal(place, "secret");
          boolean opens =
              secrets.get(1 - mine).open(place, sealed).isPresent()
                  && secrets.get(mine).open(place, sealed).isPresent();
          if (!opens) {
            failures.add(place + " does not open");
          }
          rounds.incrementAndGet();
        }
      } catch (RuntimeException e) {
        failures.add(e.toString());
      } finally {
        ended.countDown();
      }
    }

    void until(int least) {
      await()
          .atMost(Duration.ofSeconds(60))
          .until(() -> rounds.get() >= least || !failures.isEmpty());
    }

    void end() throws InterruptedException {
      over.set(true);
      assertThat(ended.await(60, TimeUnit.SECONDS)).isTrue();
    }
  }
}
