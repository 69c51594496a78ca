package com.salescopilot.desktop.imports;

import com.salescopilot.desktop.harness.DeskFixture;
import com.salescopilot.model.csv.CsvFile;
import com.salescopilot.model.csv.HeaderMapping;
import com.salescopilot.model.csv.ImportMode;
import com.salescopilot.model.csv.ImportPreview;
import com.salescopilot.model.csv.ImportRows;
import com.salescopilot.server.bench.ServerImport;
import com.salescopilot.server.demo.ScratchDirectory;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.function.IntSupplier;

/// Measures an import of 50,000 prospects, each figure beside its goal: `mvn -q -Pbench
/// -Dbench=import`.
public final class ImportBench {
  private static final int PEOPLE = 50_000;
  private static final int RUNS = 7;

  private ImportBench() {}

  /// Measures and prints.
  public static void main(String[] args) throws Exception {
    byte[] bytes = file(PEOPLE);
    String text = new String(bytes, StandardCharsets.UTF_8);
    say("%d rows of 10 columns, %.1f MB".formatted(PEOPLE, bytes.length / 1e6));
    Duration own = median(() -> CsvFile.read(bytes).records().size());
    Duration peer = median(() -> byFastCsv(text));
    say(
        "read, from bytes: %d ms; fastcsv, from text: %d ms; ratio %.2f (goal 0.3)"
            .formatted(own.toMillis(), peer.toMillis(), (double) peer.toNanos() / own.toNanos()));
    CsvFile read = CsvFile.read(bytes);
    try (ScratchDirectory scratch = ScratchDirectory.make();
        DeskFixture desk = DeskFixture.ofAda(scratch.path().resolve("profile"))) {
      long start = System.nanoTime();
      ImportRows rows = ImportRows.of(read, HeaderMapping.guess(read.header()));
      ImportPreview preview =
          ImportPreview.of(rows, ImportMode.FILL_BLANKS, desk.desk().store()::prospectsByAddress);
      long looked = System.nanoTime();
      Portions portions = new Portions(desk.desk());
      UUID id = desk.desk().newId();
      portions.keep(id, "bench.csv", ImportMode.FILL_BLANKS, preview.rows());
      long longest = 0;
      boolean more = true;
      while (more) {
        long before = System.nanoTime();
        more = portions.next().isPresent();
        longest = Math.max(longest, System.nanoTime() - before);
      }
      long done = System.nanoTime();
      say("desk: looked at in %d ms".formatted((looked - start) / 1_000_000));
      say(
          "desk: imported in %d ms (goal 20,000), the longest portion %d ms"
              .formatted((done - looked) / 1_000_000, longest / 1_000_000));
      portions.undo(id);
      say("desk: taken back in %d ms".formatted((System.nanoTime() - done) / 1_000_000));
      ServerImport.measure(scratch.path().resolve("server"), bytes);
    }
  }

  /// People with ten columns.
  public static byte[] file(int people) {
    StringBuilder text =
        new StringBuilder(
            "Email,First Name,Last Name,Company,Job Title,Phone,City,Plan,Seats,Note\n");
    for (int i = 0; i < people; i++) {
      text.append(
          "person%d@company%d.example,Ana%d,Diaz,\"Company %d, Inc.\",CTO,"
              .formatted(i, i % 5_000, i, i % 5_000));
      text.append("+49 30 1234%d,Berlin,pro,%d,\"met at the \"\"fair\"\"\"\n".formatted(i, i % 90));
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static int byFastCsv(String text) {
    int rows = 0;
    for (CsvRecord row : CsvReader.builder().ofCsvRecord(text)) {
      rows += row.getFields().isEmpty() ? 0 : 1;
    }
    return rows;
  }

  private static Duration median(IntSupplier work) {
    List<Duration> all = new ArrayList<>();
    for (int i = 0; i < RUNS; i++) {
      long start = System.nanoTime();
      if (work.getAsInt() < PEOPLE) {
        throw new IllegalStateException("rows are missing");
      }
      all.add(Duration.ofNanos(System.nanoTime() - start));
    }
    Collections.sort(all);
    return all.get(all.size() / 2);
  }

  private static void say(String line) {
    System.out.println(line);
  }
}
