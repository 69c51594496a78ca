package com.salescopilot.desktop.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.salescopilot.model.entity.Doc;
import com.salescopilot.model.entity.Entity;
import com.salescopilot.model.entity.RowKey;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A file that an older version of the program wrote.
final class OlderFileTest {
  private static final RowKey ANA = StoreFixture.prospect();

  @TempDir Path scratch;
  private StoreFixture files;

  @BeforeEach
  void begin() {
    files = new StoreFixture(scratch.resolve("store"));
  }

  @Test
  void its_rows_are_found_before_and_after_they_change() {
    show(Map.of("firstName", "Zoë", "company", "Acme"));
    makeOlder();
    assertThat(version()).isEqualTo(7);
    assertThat(found("zo ac")).containsExactly(ANA);
    assertThat(version()).isGreaterThan(7);
    show(Map.of("firstName", "Zoë", "company", "Bolt"));
    assertThat(found("zo bo")).containsExactly(ANA);
    assertThat(found("zo ac")).isEmpty();
  }

  @Test
  void its_greek_names_are_found_as_they_are_typed() {
    show(Map.of("firstName", "Γιώργος", "company", "Acme"));
    makeOlder("greekOf9");
    assertThat(found("ΓΙΏΡΓΟΣ")).containsExactly(ANA);
    assertThat(found("γιώργος ac")).containsExactly(ANA);
    assertThat(found("γιω")).containsExactly(ANA);
  }

  private void show(Map<String, String> fields) {
    try (SqliteStore store = files.open()) {
      boolean _ =
          store.write(
              tx -> {
                tx.show(ANA, Optional.of(StoreFixture.row(ANA, 1, fields)));
                return true;
              });
    }
  }

  private List<RowKey> found(String text) {
    try (SqliteStore store = files.open()) {
      long[] keys = store.keys(Entity.PROSPECT, ListQuery.of(text));
      return store.rows(Entity.PROSPECT, keys).values().stream().map(Doc::key).toList();
    }
  }

  private void makeOlder(String... more) {
    SqlFile sql = SqlFile.of(OlderFileTest.class);
    try (Db db = new Connections(files.files().database()).writer()) {
      for (String name : List.of("indexOf7", "rowsOf7", "listsOf7")) {
        sql.perEntity(name).values().forEach(statement -> db.on(statement).run());
      }
      db.on(sql.get("indexOf9")).run();
      for (String name : more) {
        db.on(sql.get(name)).run();
      }
      db.on(sql.get("version7")).run();
      db.commit();
    }
  }

  private long version() {
    try (Db db = new Connections(files.files().database()).reader()) {
      return db.on(SqlFile.of(OlderFileTest.class).get("version")).whole();
    }
  }
}
