package com.salescopilot.desktop.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.salescopilot.model.client.ClientTx;
import com.salescopilot.model.client.OutboxEntry;
import com.salescopilot.model.client.PullPage;
import com.salescopilot.model.entity.RowKey;
import com.salescopilot.model.entity.StreamKind;
import com.salescopilot.model.protocol.ChainPosition;
import com.salescopilot.model.protocol.Cursor;
import com.salescopilot.model.protocol.PullLine;
import com.salescopilot.model.protocol.PushRequest;
import com.salescopilot.model.sync.RowPatch;
import com.salescopilot.model.value.ValueJson;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// An acknowledged edit survives the loss of either file.
final class LossTest {
  @TempDir Path temporary;
  private StoreFixture fixture;
  private final List<UUID> acknowledged = new ArrayList<>();
  private final List<RowKey> rows = new ArrayList<>();

  @BeforeEach
  void edit() throws IOException {
    Path directory = temporary.resolve("store");
    fixture = new StoreFixture(directory);
    try (SqliteStore store = fixture.open()) {
      for (int i = 0; i < 20; i++) {
        RowKey key = StoreFixture.prospect();
        acknowledged.add(StoreFixture.submit(store, StoreFixture.create(key, i + "@b.io")));
        rows.add(key);
      }
    }
  }

  @Test
  void without_the_database_pending_edits_come_back_from_the_journal() throws IOException {
    UUID device = device();
    Files.delete(fixture.files().database());
    assertNothingIsLost();
    assertThat(device()).isNotEqualTo(device);
  }

  @Test
  void without_the_journal_it_is_written_again_from_the_outbox() throws IOException {
    Files.delete(fixture.files().journal());
    assertNothingIsLost();
    Files.delete(fixture.files().database());
    assertNothingIsLost();
  }

  @Test
  void a_journal_cut_or_damaged_anywhere_takes_nothing_from_the_database() throws IOException {
    long size = Files.size(fixture.files().journal());
    for (long at = 0; at < size; at += 97) {
      try (FileChannel journal = write(fixture.files().journal())) {
        journal.write(ByteBuffer.wrap(new byte[] {0, 1, 2, 3}), at);
      }
      assertNothingIsLost();
      try (FileChannel journal = write(fixture.files().journal())) {
        journal.truncate(at);
      }
      assertNothingIsLost();
    }
  }

  @Test
  void a_damaged_database_is_put_aside_and_replaced() throws IOException {
    try (FileChannel database = write(fixture.files().database())) {
      database.write(ByteBuffer.wrap("not SQLite".getBytes(StandardCharsets.US_ASCII)), 0);
    }
    assertNothingIsLost();
    try (Stream<Path> aside = Files.list(fixture.directory().resolve("quarantine"))) {
      assertThat(aside).isNotEmpty();
    }
  }

  @Test
  void damage_inside_the_database_is_found_after_a_crash() throws IOException {
    StoreFixture crashed;
    try (SqliteStore store = fixture.open()) {
      store.write(ClientTx::device);
      crashed = fixture.crashed();
    }
    fixture = crashed;
    long size = Files.size(fixture.files().database());
    try (FileChannel database = write(fixture.files().database())) {
      for (long page = 4096; page < size; page += 4096) {
        database.write(ByteBuffer.wrap(new byte[64]), page);
      }
    }
    Files.deleteIfExists(fixture.directory().resolve("desk.db-wal"));
    Files.deleteIfExists(fixture.directory().resolve("desk.db-shm"));
    assertNothingIsLost();
    assertThat(fixture.directory().resolve("quarantine")).exists();
  }

  @Test
  void files_copied_between_any_two_edits_hold_every_edit_acknowledged_before() {
    try (SqliteStore store = fixture.open()) {
      for (int i = 0; i < 10; i++) {
        RowKey key = StoreFixture.prospect();
        acknowledged.add(StoreFixture.submit(store, StoreFixture.create(key, "n" + i + "@b.io")));
        rows.add(key);
        assertNothingIsLost(fixture.crashed());
      }
    }
  }

  @Test
  void the_newest_body_of_an_edit_comes_back() throws IOException {
    RowKey key = rows.getLast();
    try (SqliteStore store = fixture.open()) {
      UUID joined =
          StoreFixture.submit(
              store,
              RowPatch.of(
                  store.row(key).orElseThrow(), ValueJson.object("{\"company\":\"Acme\"}")));
      assertThat(store.outbox())
          .as("one that stands for both, under an id of its own")
          .hasSize(acknowledged.size())
          .extracting(entry -> entry.mutation().id())
          .contains(joined)
          .doesNotContain(acknowledged.getLast());
    }
    Files.delete(fixture.files().database());
    try (SqliteStore store = fixture.open()) {
      assertThat(store.row(key).orElseThrow().text("company")).contains("Acme");
    }
  }

  @Test
  void an_older_database_takes_the_newer_edits_from_the_journal() throws IOException {
    byte[] older = Files.readAllBytes(fixture.files().database());
    try (SqliteStore store = fixture.open()) {
      RowKey key = StoreFixture.prospect();
      acknowledged.add(StoreFixture.submit(store, StoreFixture.create(key, "new@b.io")));
      rows.add(key);
    }
    Files.write(fixture.files().database(), older);
    assertNothingIsLost();
  }

  @Test
  void a_confirmed_edit_does_not_come_back_although_the_journal_still_has_it() throws IOException {
    byte[] older = Files.readAllBytes(fixture.files().journal());
    confirmAll();
    try (SqliteStore store = fixture.open()) {
      assertThat(store.outbox()).isEmpty();
    }
    assertThat(Journal.read(fixture.files().journal()).records()).isEmpty();
    Files.write(fixture.files().journal(), older);
    try (SqliteStore store = fixture.open()) {
      assertThat(store.outbox()).isEmpty();
    }
  }

  @Test
  void a_journal_that_grows_is_rewritten_with_what_waits() throws IOException {
    try (SqliteStore store = fixture.open()) {
      RowKey key = StoreFixture.prospect();
      StoreFixture.submit(store, StoreFixture.create(key, "long@b.io"));
      for (int i = 0; i < 1_500; i++) {
        String note = "x".repeat(3_900) + i;
        StoreFixture.submit(
            store,
            RowPatch.of(
                store.row(key).orElseThrow(),
                ValueJson.object("{\"customFields\":{\"note\":\"" + note + "\"}}")));
      }
    }
    assertThat(Files.size(fixture.files().journal())).isLessThan(4 << 20);
    Files.delete(fixture.files().database());
    try (SqliteStore store = fixture.open()) {
      assertThat(store.outbox()).hasSize(acknowledged.size() + 1);
    }
  }

  private void confirmAll() {
    try (SqliteStore store = fixture.open()) {
      PushRequest push = StoreFixture.core(store).nextPush(StoreFixture.NOW).orElseThrow();
      PushRequest.Item last = push.mutations().getLast();
      StoreFixture.core(store)
          .onPage(
              new PullPage(
                  Set.of(),
                  List.of(),
                  new PullLine.End(
                      Map.of(StreamKind.WS, new Cursor(1, "t")),
                      0,
                      Optional.of(new ChainPosition(last.seq(), last.id())),
                      false)));
    }
  }

  private UUID device() {
    try (SqliteStore store = fixture.open()) {
      return store.read(tx -> tx.device().id());
    }
  }

  private void assertNothingIsLost() {
    assertNothingIsLost(fixture);
  }

  private void assertNothingIsLost(StoreFixture files) {
    try (SqliteStore store = files.open()) {
      assertThat(store.outbox())
          .extracting(OutboxEntry::mutation)
          .extracting(mutation -> mutation.id())
          .containsExactlyElementsOf(acknowledged);
      assertThat(rows).allSatisfy(key -> assertThat(store.row(key)).isPresent());
    }
  }

  private static FileChannel write(Path file) throws IOException {
    return FileChannel.open(file, StandardOpenOption.WRITE);
  }
}
