package com.salescopilot.desktop.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CommitTest {
  @TempDir Path directory;

  @Test
  void an_edit_that_sqlite_refuses_is_taken_out_of_the_journal_again() throws IOException {
    StoreFixture fixture = new StoreFixture(directory);
    // a connection that is closed under the transaction refuses the commit as a full disk would
    Commit refused =
        (db, journal, made) -> {
          if (!made.isEmpty()) {
            db.close();
          }
          Commit.DURABLE.keep(db, journal, made);
        };
    SqliteStore store =
        SqliteStore.open(
            fixture.files(), InstantSource.fixed(StoreFixture.NOW), StoreFixture::id, refused);
    assertThatThrownBy(
            () ->
                StoreFixture.submit(store, StoreFixture.create(StoreFixture.prospect(), "a@b.io")))
        .isInstanceOf(StoreException.class);
    JournalFormat.Content journal = Journal.read(fixture.files().journal());
    assertThat(journal.records()).isEmpty();
    assertThat(journal.whole()).isTrue();
  }

  @Test
  void an_edit_that_the_journal_has_and_sqlite_has_not_comes_back() {
    StoreFixture fixture = new StoreFixture(directory);
    Commit crashesBetween =
        (db, journal, made) -> {
          for (JournalRecord record : made) {
            journal.append(record);
          }
          journal.force();
          if (made.isEmpty()) {
            db.commit();
          }
        };
    SqliteStore store =
        SqliteStore.open(
            fixture.files(),
            InstantSource.fixed(StoreFixture.NOW),
            StoreFixture::id,
            crashesBetween);
    StoreFixture.submit(store, StoreFixture.create(StoreFixture.prospect(), "a@b.io"));
    try (SqliteStore next = fixture.crashed().open()) {
      assertThat(next.outbox()).hasSize(1);
    }
  }
}
