package com.salescopilot.desktop.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.salescopilot.model.client.ClientTx;
import com.salescopilot.model.client.OutboxEntry;
import com.salescopilot.model.client.RefusedException;
import com.salescopilot.model.entity.Doc;
import com.salescopilot.model.entity.Entity;
import com.salescopilot.model.entity.RowKey;
import com.salescopilot.model.entity.StreamKind;
import com.salescopilot.model.protocol.ChainPosition;
import com.salescopilot.model.protocol.Cursor;
import com.salescopilot.model.value.Value;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SqliteStoreTest {
  private static final RowKey ANA = StoreFixture.prospect();
  private static final RowKey BEN = StoreFixture.prospect();

  @TempDir Path directory;
  private StoreFixture fixture;
  private SqliteStore store;

  @BeforeEach
  void open() {
    fixture = new StoreFixture(directory);
    store = fixture.open();
  }

  @AfterEach
  void close() {
    store.close();
  }

  private void reopen() {
    store.close();
    store = fixture.open();
  }

  private void show(Doc row) {
    store.write(
        tx -> {
          tx.show(row.key(), Optional.of(row));
          return true;
        });
  }

  @Test
  void what_is_begun_stays_until_it_is_dropped_and_never_waits_for_the_server() {
    store.keepLocalDraft("template", "new", "one");
    store.keepLocalDraft("template", "new", "two");
    store.keepLocalDraft("campaign", "new", "other");
    reopen();
    assertThat(store.localDraft("template", "new")).contains("two");
    assertThat(store.outbox()).isEmpty();
    store.dropLocalDraft("template", "new");
    assertThat(store.localDraft("template", "new")).isEmpty();
    assertThat(store.localDraft("campaign", "new")).contains("other");
  }

  @Test
  void whoever_reads_while_it_closes_makes_no_file_anew() throws Exception {
    for (int round = 0; round < 40; round++) {
      SqliteStore closing = store;
      CountDownLatch reading = new CountDownLatch(4);
      List<Thread> readers =
          Stream.generate(() -> Thread.ofVirtual().start(() -> read(closing, reading)))
              .limit(4)
              .toList();
      reading.await();
      show(StoreFixture.row(ANA, round, Map.of("email", "a@b.io")));
      closing.close();
      List<String> closed = files();
      for (Thread reader : readers) {
        reader.join();
      }
      assertThat(files()).as("round %s", round).isEqualTo(closed);
      assertThat(closed).as("round %s", round).noneMatch(SqliteStoreTest::isOpen);
      store = fixture.open();
    }
  }

  private static void read(SqliteStore from, CountDownLatch reading) {
    try {
      Optional<Doc> _ = from.row(ANA);
      reading.countDown();
      while (true) {
        Optional<Doc> _ = from.row(ANA);
      }
    } catch (RejectedExecutionException e) {
      // it is closed
    }
  }

  private List<String> files() throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.map(file -> String.valueOf(file.getFileName())).sorted().toList();
    }
  }

  /// What SQLite has beside a database as long as somebody uses it.
  private static boolean isOpen(String file) {
    return file.endsWith("-wal") || file.endsWith("-shm");
  }

  @Test
  void a_row_keeps_every_field_also_those_this_version_does_not_know() {
    Doc row =
        StoreFixture.row(ANA, 7, Map.of("email", "a@b.io"))
            .with("mood", new Value.Items(List.of(Value.text("good"), Value.number(1.5))));
    show(row);
    reopen();
    assertThat(store.row(ANA)).contains(row);
  }

  @Test
  void a_hidden_row_is_gone() {
    show(StoreFixture.row(ANA, 7, Map.of("email", "a@b.io")));
    store.write(
        tx -> {
          tx.show(ANA, Optional.empty());
          return true;
        });
    assertThat(store.row(ANA)).isEmpty();
  }

  @Test
  void a_write_that_fails_changes_nothing() {
    assertThatThrownBy(
            () ->
                store.write(
                    tx -> {
                      tx.show(ANA, Optional.of(StoreFixture.row(ANA, 1, Map.of())));
                      throw new IllegalStateException("half way");
                    }))
        .hasMessage("half way");
    assertThat(store.row(ANA)).isEmpty();
  }

  @Test
  void an_edit_that_the_rules_refuse_leaves_no_trace() {
    assertThatThrownBy(() -> StoreFixture.submit(store, StoreFixture.create(ANA, "not an address")))
        .isInstanceOf(RefusedException.class);
    assertThat(store.outbox()).isEmpty();
    reopen();
    assertThat(store.outbox()).isEmpty();
  }

  @Test
  void an_image_knows_a_row_that_the_server_does_not_have() {
    ClientTx.ServerImage none = new ClientTx.ServerImage(Optional.empty(), 4);
    ClientTx.ServerImage some =
        new ClientTx.ServerImage(
            Optional.of(StoreFixture.row(BEN, 5, Map.of("company", "Acme"))), 5);
    store.write(
        tx -> {
          tx.keepImage(ANA, none);
          tx.keepImage(BEN, some);
          return true;
        });
    assertThat(image(ANA)).contains(none);
    assertThat(image(BEN)).contains(some);
    store.write(
        tx -> {
          tx.dropImage(ANA);
          return true;
        });
    assertThat(image(ANA)).isEmpty();
  }

  @Test
  void the_outbox_keeps_its_order_and_sealed_ones_come_first() {
    UUID first = StoreFixture.submit(store, StoreFixture.create(ANA, "a@b.io"));
    StoreFixture.core(store).nextPush(StoreFixture.NOW);
    UUID second = StoreFixture.submit(store, StoreFixture.create(BEN, "b@b.io"));
    reopen();
    assertThat(store.outbox())
        .extracting(entry -> entry.mutation().id())
        .containsExactly(first, second);
    assertThat(store.outbox().getFirst().sealed()).isTrue();
    assertThat(store.<List<OutboxEntry>>read(tx -> tx.pendingAfter(1, 10)))
        .extracting(entry -> entry.mutation().id())
        .containsExactly(second);
    assertThat(store.read(tx -> tx.newestPending()).orElseThrow().mutation().id())
        .isEqualTo(second);
    assertThat(store.<List<OutboxEntry>>read(tx -> tx.pendingOn(Set.of(BEN))))
        .extracting(entry -> entry.mutation().id())
        .containsExactly(second);
    assertThat(store.read(ClientTx::countPending)).isEqualTo(2);
  }

  @Test
  void a_full_reading_ends_with_what_it_did_not_see() {
    show(StoreFixture.row(ANA, 1, Map.of()));
    show(StoreFixture.row(BEN, 1, Map.of()));
    RowKey deletedHere = StoreFixture.prospect();
    store.write(
        tx -> {
          tx.keepImage(deletedHere, new ClientTx.ServerImage(Optional.empty(), 1));
          tx.beginFull(StreamKind.WS);
          tx.seen(ANA);
          return true;
        });
    reopen();
    assertThat(isFull(StreamKind.WS)).isTrue();
    assertThat(isFull(StreamKind.ME)).isFalse();
    assertThat(store.<List<RowKey>>write(tx -> tx.endFull(StreamKind.WS)))
        .containsExactlyInAnyOrder(BEN, deletedHere);
    assertThat(isFull(StreamKind.WS)).isFalse();
  }

  @Test
  void cursors_and_the_place_in_the_chain_last() {
    ClientTx.Device device =
        new ClientTx.Device(StoreFixture.id(), 42, new ChainPosition(41, StoreFixture.id()));
    store.write(
        tx -> {
          tx.keepCursor(StreamKind.WS, new Cursor(812, "tag"));
          tx.keepDevice(device);
          return true;
        });
    reopen();
    assertThat(cursor(StreamKind.WS)).contains(new Cursor(812, "tag"));
    assertThat(cursor(StreamKind.ME)).isEmpty();
    assertThat(store.read(ClientTx::device)).isEqualTo(device);
  }

  @Test
  void a_reader_does_not_see_a_write_that_is_not_committed() {
    store.write(
        tx -> {
          tx.show(ANA, Optional.of(StoreFixture.row(ANA, 1, Map.of())));
          assertThat(store.row(ANA)).isEmpty();
          return true;
        });
    assertThat(store.row(ANA)).isPresent();
  }

  @Test
  void rows_are_found_by_beginnings_of_words_without_case_and_accents() {
    show(
        StoreFixture.row(
            ANA,
            1,
            Map.of("firstName", "Zoë", "lastName", "Müller-Strauß", "email", "zm@acme.io")));
    show(
        StoreFixture.row(
            BEN, 1, Map.of("firstName", "Bjørn", "lastName", "Acheson", "email", "b@zoo.io")));
    assertThat(found("zoe")).containsExactly(ANA);
    assertThat(found("ZOË mull")).containsExactly(ANA);
    assertThat(found("strauss")).containsExactly(ANA);
    assertThat(found("zm@ac")).containsExactly(ANA);
    assertThat(found("bjorn")).containsExactly(BEN);
    assertThat(found("ac")).containsExactly(ANA, BEN);
    assertThat(found("uller")).isEmpty();
    assertThat(found("%")).isEmpty();
    assertThat(found(" ")).containsExactly(ANA, BEN);
  }

  @Test
  void a_page_knows_how_many_there_are() {
    show(StoreFixture.row(ANA, 1, Map.of("company", "Acme")));
    show(StoreFixture.row(BEN, 1, Map.of("company", "Acme")));
    RowPage page = store.page(Entity.PROSPECT, Search.of("acme"), 1, 1);
    assertThat(page.items()).extracting(Doc::key).containsExactly(BEN);
    assertThat(page.total()).isEqualTo(2);
  }

  @Test
  void the_mails_of_a_draft_are_found() {
    UUID draft = StoreFixture.id();
    RowKey mail = new RowKey(Entity.EMAIL, StoreFixture.id());
    show(StoreFixture.row(mail, 1, Map.of("draftId", draft.toString())));
    assertThat(store.related(Relation.MAILS_OF_DRAFT, draft))
        .extracting(Doc::key)
        .containsExactly(mail);
    assertThat(store.related(Relation.MAILS_OF_DRAFT, StoreFixture.id())).isEmpty();
  }

  private Optional<ClientTx.ServerImage> image(RowKey key) {
    return store.read(tx -> tx.image(key));
  }

  private boolean isFull(StreamKind stream) {
    return store.read(tx -> tx.isFull(stream));
  }

  private Optional<Cursor> cursor(StreamKind stream) {
    return store.read(tx -> tx.cursor(stream));
  }

  private List<RowKey> found(String text) {
    return store.page(Entity.PROSPECT, Search.of(text), 10, 0).items().stream()
        .map(Doc::key)
        .toList();
  }
}
