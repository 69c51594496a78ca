package com.salescopilot.server.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.salescopilot.server.db.Args;
import com.salescopilot.server.db.Statements;
import com.salescopilot.server.db.TestDatabase;
import com.salescopilot.server.keys.Vault.Place;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/// Sealed secrets that somebody moves, changes or opens with the wrong key.
final class VaultTest {
  @RegisterExtension static final TestDatabase db = new TestDatabase();

  @TempDir static Path directory;

  private final Statements statements = Statements.load(VaultTest.class);
  private final UUID owner = UUID.randomUUID();
  private final Place place = Secrets.place(owner);
  private Secrets secrets = new Secrets(db, new KeyFile(directory.resolve("master.key")));

  @BeforeEach
  void open() {
    secrets = new Secrets(db, new KeyFile(directory.resolve("master.key")));
  }

  @Test
  void a_secret_opens_where_it_was_sealed_also_in_another_process() {
    String sealed = secrets.seal(place, "hunter2 ä");
    assertThat(sealed).matches("[A-Za-z0-9_-]+").doesNotContain("hunter2");
    assertThat(secrets.open(place, sealed)).contains("hunter2 ä");
    Secrets another = new Secrets(db, new KeyFile(directory.resolve("master.key")));
    assertThat(another.open(place, sealed)).contains("hunter2 ä");
  }

  @Test
  void the_same_secret_is_never_sealed_to_the_same_text() {
    assertThat(secrets.seal(place, "x")).isNotEqualTo(secrets.seal(place, "x"));
  }

  @Test
  void moved_to_another_table_column_row_or_owner_it_does_not_open() {
    String sealed = secrets.seal(place, "secret");
    UUID other = UUID.randomUUID();
    secrets.seal(Secrets.place(other), "makes its data key");
    Map<String, Place> elsewhere = new LinkedHashMap<>();
    elsewhere.put("table", new Place("oauth_connection", "secret", place.row(), owner));
    elsewhere.put("column", new Place("mailbox", "dkim_key", place.row(), owner));
    elsewhere.put("row", new Place("mailbox", "secret", UUID.randomUUID(), owner));
    elsewhere.put("owner", new Place("mailbox", "secret", place.row(), other));
    elsewhere.put("names run together", new Place("mailbo", "xsecret", place.row(), owner));
    elsewhere.forEach((what, at) -> assertThat(secrets.open(at, sealed)).as(what).isEmpty());
    assertThat(secrets.open(place, sealed)).as("control").isPresent();
  }

  @Test
  void a_data_key_that_is_moved_to_another_owner_does_not_open_there() {
    String sealed = secrets.seal(place, "secret");
    UUID thief = UUID.randomUUID();
    exec("copyKey", Args.of("from", owner).and("to", thief));
    Place there = new Place(place.table(), place.column(), place.row(), thief);
    assertThatExceptionOfType(KeysRefused.class).isThrownBy(() -> secrets.open(there, sealed));
    assertThatExceptionOfType(KeysRefused.class).isThrownBy(() -> secrets.seal(there, "new"));
  }

  @Test
  void not_one_bit_can_be_changed_nor_a_byte_added_or_left_out() {
    String sealed = secrets.seal(place, "secret");
    byte[] bytes = Base64.getUrlDecoder().decode(sealed);
    int tried = 0;
    for (int bit = 0; bit < bytes.length * Byte.SIZE; bit++) {
      byte[] changed = bytes.clone();
      changed[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);
      assertThat(secrets.open(place, text(changed))).as("bit %d", bit).isEmpty();
      tried++;
    }
    for (int length = 0; length < bytes.length; length++) {
      assertThat(secrets.open(place, text(Arrays.copyOf(bytes, length)))).isEmpty();
      tried++;
    }
    assertThat(secrets.open(place, text(Arrays.copyOf(bytes, bytes.length + 1)))).isEmpty();
    assertThat(secrets.open(place, "no base64 at all!")).isEmpty();
    assertThat(tried).isGreaterThan(300);
  }

  @Test
  void without_its_data_key_a_secret_is_noise_and_the_owner_can_begin_anew() {
    String sealed = secrets.seal(place, "secret");
    secrets.shred(owner);
    assertThat(secrets.open(place, sealed)).isEmpty();
    String later = secrets.seal(place, "another");
    assertThat(secrets.open(place, later)).contains("another");
    assertThat(secrets.open(place, sealed)).isEmpty();
  }

  @Test
  void a_stolen_database_without_the_key_file_opens_nothing() {
    String sealed = secrets.seal(place, "secret");
    byte[] key = new byte[MasterKeys.BYTES];
    new Random(1).nextBytes(key);
    MasterKeys wrong = new MasterKeys(Map.of(secrets.keys().active(), key));
    Vault vault = new Vault(wrong, Secrets.CLOCK, new Random(1));
    assertThatExceptionOfType(KeysRefused.class)
        .isThrownBy(
            () -> db.database().asUser(Optional.empty(), tx -> vault.open(tx, place, sealed)));
  }

  private void exec(String name, Args args) {
    int _ = db.database().asUser(Optional.empty(), tx -> tx.exec(statements.get(name), args));
  }

  private static String text(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
