package com.salescopilot.desktop.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.salescopilot.desktop.harness.DeskFixture;
import com.salescopilot.desktop.store.ListQuery;
import com.salescopilot.desktop.store.Relation;
import com.salescopilot.model.csv.CsvFile;
import com.salescopilot.model.csv.HeaderMapping;
import com.salescopilot.model.csv.ImportMode;
import com.salescopilot.model.csv.ImportRows;
import com.salescopilot.model.entity.Doc;
import com.salescopilot.model.entity.Entity;
import com.salescopilot.model.entity.RowKey;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PortionsTest {
  private static final UUID IMPORT = new UUID(1, 1);

  @TempDir Path scratch;

  @Test
  void an_import_goes_on_after_a_start_where_it_was_whichever_portion_was_the_last() {
    try (DeskFixture desk = DeskFixture.ofAda(scratch)) {
      new Portions(desk.desk()).keep(IMPORT, "a.csv", ImportMode.SKIP, rows(2_500, "Acme"));
    }
    for (int left = 2; left >= 0; left--) {
      try (DeskFixture desk = DeskFixture.ofAda(scratch)) { // each ends here, as if it were killed
        assertThat(new Portions(desk.desk()).next())
            .contains(new Portions.UnderWay(IMPORT, "a.csv", left));
      }
    }
    try (DeskFixture desk = DeskFixture.ofAda(scratch)) {
      Portions portions = new Portions(desk.desk());
      assertThat(portions.next()).isEmpty();
      assertThat(prospects(desk)).isEqualTo(2_500);
      assertThat(portions.done(IMPORT))
          .contains(new Portions.Done(IMPORT, "a.csv", 2_500, 0, false, 0));
    }
  }

  @Test
  void a_portion_that_was_done_and_not_forgotten_is_not_done_twice() {
    try (DeskFixture desk = DeskFixture.ofAda(scratch)) {
      Portions portions = new Portions(desk.desk());
      portions.keep(IMPORT, "a.csv", ImportMode.OVERWRITE, rows(3, "Acme"));
      assertThat(portions.next()).isPresent();
      long waiting = desk.desk().pending();
      portions.keep(IMPORT, "a.csv", ImportMode.OVERWRITE, rows(3, "Acme"));
      assertThat(portions.next()).isPresent();
      assertThat(desk.desk().pending()).isEqualTo(waiting);
      assertThat(prospects(desk)).isEqualTo(3);
    }
  }

  @Test
  void known_people_are_changed_and_all_is_taken_back_but_what_was_edited_since() {
    try (DeskFixture desk = DeskFixture.ofAda(scratch)) {
      RowKey bo =
          desk.edits()
              .create(Entity.PROSPECT, Map.of("email", "p1@x.example", "company", "Bolt"))
              .row();
      Portions portions = new Portions(desk.desk());
      portions.keep(IMPORT, "a.csv", ImportMode.OVERWRITE, rows(3, "Acme"));
      assertThat(portions.next()).isPresent();
      assertThat(company(desk, bo)).contains("Acme");
      RowKey edited =
          desk.desk()
              .store()
              .prospectsByAddress(List.of("p2@x.example"))
              .values()
              .iterator()
              .next()
              .key();
      desk.edits().patch(desk.row(edited).orElseThrow(), Map.of("jobTitle", "CTO"));

      assertThat(portions.undo(IMPORT))
          .isEqualTo(new Portions.Done(IMPORT, "a.csv", 2, 1, true, 1));

      assertThat(company(desk, bo)).contains("Bolt");
      assertThat(prospects(desk)).isEqualTo(2);
      assertThat(desk.row(edited)).isPresent();
    }
  }

  @Test
  void a_part_that_is_older_than_thirty_days_keeps_all_of_its_import() {
    try (DeskFixture desk = DeskFixture.ofAda(scratch)) {
      Portions portions = new Portions(desk.desk());
      portions.keep(IMPORT, "a.csv", ImportMode.SKIP, rows(1_200, "Acme"));
      assertThat(portions.next()).isPresent();
      assertThat(portions.next()).isPresent();
      Doc first =
          desk.desk().store().related(Relation.PORTIONS_OF_IMPORT, IMPORT).stream()
              .filter(portion -> portion.whole("chunk") == 0)
              .findFirst()
              .orElseThrow();
      Instant imported = first.instant("createdAt").orElseThrow();
      desk.arrived(List.of(first.with("createdAt", imported.minus(Duration.ofDays(31)))));

      assertThatThrownBy(() -> portions.undo(IMPORT)).hasMessageContaining("30 days");

      assertThat(prospects(desk)).isEqualTo(1_200);
      assertThat(portions.done(IMPORT)).map(Portions.Done::undone).contains(false);
    }
  }

  private static Optional<String> company(DeskFixture desk, RowKey key) {
    return desk.row(key).flatMap(row -> row.text("company"));
  }

  private static int prospects(DeskFixture desk) {
    return desk.desk().store().keys(Entity.PROSPECT, ListQuery.of("")).length;
  }

  private static ImportRows rows(int people, String company) {
    StringBuilder text = new StringBuilder("email,company\n");
    for (int i = 0; i < people; i++) {
      text.append("p").append(i).append("@x.example,").append(company).append('\n');
    }
    CsvFile file = CsvFile.read(text.toString().getBytes(StandardCharsets.UTF_8));
    return ImportRows.of(file, HeaderMapping.guess(file.header()));
  }
}
