package com.salescopilot.model.csv;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import com.salescopilot.model.entity.Doc;
import com.salescopilot.model.entity.Entity;
import com.salescopilot.model.value.CanonicalJson;
import com.salescopilot.model.value.Value;
import com.salescopilot.model.value.ValueJson;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

final class ImportRowsTest {

  @Test
  void a_person_is_their_address_and_later_rows_fill_what_the_first_left_blank() {
    ImportRows rows =
        rows(
            """
            email,First Name,Company,Plan,Budget
            ana@x.example,Ana,,,5
            bo@x.example,Bo,Acme,,
            ANA@X.Example,Anna,Initech,pro,6
            """);
    assertThat(rows.rows())
        .extracting(ImportRow::key)
        .containsExactly("ana@x.example", "bo@x.example");
    assertThat(json(rows.rows().getFirst()))
        .isEqualTo(
            """
            {"company":"Initech","customFields":{"budget":"5","plan":"pro"},\
            "email":"ana@x.example","firstName":"Ana"}\
            """);
    assertThat(rows.repeated()).containsExactly(4);
    assertThat(rows.size()).isEqualTo(3);
  }

  @Test
  void a_bad_row_says_what_is_wrong_and_spoils_no_other() {
    ImportRows rows =
        rows(
            "email,company\n,Acme\nno address,Acme\na@x.example\nb@x.example,"
                + "c".repeat(201)
                + "\n\"c@x.example,1\nd@x.example,Acme\n");
    assertThat(rows.bad())
        .extracting(BadRow::line, BadRow::problem)
        .containsExactly(
            tuple(2, RowProblem.NO_EMAIL),
            tuple(3, RowProblem.BAD_EMAIL),
            tuple(4, RowProblem.WIDTH),
            tuple(5, RowProblem.BAD_VALUE),
            tuple(6, RowProblem.UNCLOSED_QUOTE));
    assertThat(rows.rows()).extracting(ImportRow::key).containsExactly("d@x.example");
  }

  @Test
  void the_error_file_has_the_bad_rows_in_order_and_can_be_imported_once_they_are_mended() {
    CsvFile file = file("email,note\nbad,=1+1\nana@x.example\n");
    ImportRows rows = ImportRows.of(file, HeaderMapping.guess(file.header()));
    String errors = ErrorFile.of(file.header(), rows.bad());
    assertThat(errors.split("\r\n", -1))
        .containsExactly(
            "\ufeffemail,note,error",
            "bad,'=1+1,email is not a mail address: the address has no @.",
            "ana@x.example,,\"The row has 1 cells, the header 2.\"",
            "");
    CsvFile mended = file(errors.replace("bad,", "bo@x.example,"));
    assertThat(ImportRows.of(mended, HeaderMapping.guess(mended.header())).rows())
        .extracting(ImportRowsTest::json)
        .containsExactly(
            "{\"customFields\":{\"note\":\"=1+1\"},\"email\":\"bo@x.example\"}",
            "{\"email\":\"ana@x.example\"}");
  }

  @Test
  void without_a_column_of_addresses_nobody_can_be_told_apart() {
    assertThatThrownBy(() -> rows("name,company\nAna,Acme\n"))
        .isInstanceOfSatisfying(
            CsvException.class,
            e -> assertThat(e.problem()).isEqualTo(CsvException.Problem.NO_EMAIL_COLUMN));
  }

  @Test
  void a_file_is_cut_into_portions_of_a_thousand_people_or_half_a_mebibyte() {
    StringBuilder many = new StringBuilder("email\n");
    for (int i = 0; i < 2_500; i++) {
      many.append("p").append(i).append("@x.example\n");
    }
    assertThat(rows(many.toString()).chunks())
        .extracting(List::size)
        .containsExactly(1_000, 1_000, 500);
    StringBuilder heavy = new StringBuilder("email,a,b,c,d\n");
    for (int i = 0; i < 100; i++) {
      String cell = "," + "ü".repeat(3_900);
      heavy.append("p").append(i).append("@x.example").append(cell.repeat(4)).append("\n");
    }
    assertThat(rows(heavy.toString()).chunks())
        .allSatisfy(chunk -> assertThat(chunk).hasSizeLessThanOrEqualTo(16))
        .hasSize(7);
  }

  @Test
  void the_preview_counts_every_row_once_and_shows_a_few_of_each_fate() {
    ImportRows rows =
        rows(
            """
            email,First Name,Company
            new@x.example,New,Acme
            fill@x.example,Fill,Acme
            same@x.example,Same,
            new@x.example,,
            nobody,,
            """);
    var known =
        known(
            "{\"email\":\"Fill@x.example\",\"firstName\":\"Phil\"}",
            "{\"email\":\"same@x.example\",\"firstName\":\"Sam\"}");
    ImportPreview fill = ImportPreview.of(rows, ImportMode.FILL_BLANKS, known);
    assertThat(counts(fill)).containsExactly(1, 1, 1, 1, 1);
    assertThat(fill.sample())
        .extracting(ImportPreview.Sample::line, ImportPreview.Sample::fate)
        .containsExactly(
            tuple(2, ImportPreview.Fate.CREATE),
            tuple(3, ImportPreview.Fate.UPDATE),
            tuple(4, ImportPreview.Fate.UNCHANGED),
            tuple(5, ImportPreview.Fate.DUPLICATE),
            tuple(6, ImportPreview.Fate.INVALID));
    assertThat(counts(ImportPreview.of(rows, ImportMode.OVERWRITE, known)))
        .containsExactly(1, 2, 0, 1, 1);
    assertThat(counts(ImportPreview.of(rows, ImportMode.SKIP, known)))
        .containsExactly(1, 0, 2, 1, 1);
  }

  @Test
  void
      a_known_person_keeps_their_address_as_it_is_written_and_what_an_empty_cell_says_nothing_of() {
    Doc known =
        doc(
            "{\"email\":\"Ana@x.example\",\"company\":\"Acme\",\"customFields\":{\"a\":1,\"b\":\"2\"}}");
    ImportRow row = rows("email,company,a,b,c\nana@x.example,,1,3,4\n").rows().getFirst();
    assertThat(
            CanonicalJson.of(
                new Value.Fields(ImportMode.OVERWRITE.merged(known, row.fields()).fields())))
        .isEqualTo(
            "{\"company\":\"Acme\",\"customFields\":{\"a\":1,\"b\":\"3\",\"c\":\"4\"},\"email\":\"Ana@x.example\"}");
    assertThat(ImportMode.FILL_BLANKS.merged(known, row.fields()).get("customFields"))
        .contains(
            ValueJson.read(ValueJson.object("{\"a\":1,\"b\":\"2\",\"c\":\"4\"}")).orElseThrow());
    assertThat(ImportMode.SKIP.merged(known, row.fields())).isEqualTo(known);
  }

  @Test
  void what_was_exported_is_imported_as_it_was_with_a_thousand_hostile_cells() {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    List<Doc> prospects = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      Doc prospect = doc("{\"email\":\"p" + i + "@x.example\"}");
      for (String name : List.of("firstName", "company")) {
        String cell = HostileCells.cell(random).strip();
        prospect = cell.isEmpty() ? prospect : prospect.with(name, cell);
      }
      TreeMap<String, Value> custom = new TreeMap<>();
      for (String key : List.of("plan", "=2+3", "Budget (€), \"net\"")) {
        String cell = HostileCells.cell(random).strip();
        if (!cell.isEmpty()) {
          custom.put(key, Value.text(cell));
        }
      }
      prospects.add(
          custom.isEmpty() ? prospect : prospect.with("customFields", new Value.Fields(custom)));
    }
    CsvFile back = CsvFile.read(ProspectExport.of(prospects).getBytes(UTF_8));
    ImportRows rows = ImportRows.of(back, HeaderMapping.guess(back.header()));
    assertThat(rows.bad()).as("seed %d", seed).isEmpty();
    assertThat(rows.rows().stream().map(row -> new TreeMap<>(row.fields())))
        .as("seed %d", seed)
        .containsExactlyElementsOf(
            prospects.stream().map(doc -> new TreeMap<>(doc.fields())).toList());
    back.records().stream()
        .flatMap(read -> ((CsvRecord.Row) read).cells().stream())
        .forEach(
            cell -> assertThat(cell).as("seed %d", seed).doesNotMatch("(?s)[=+\\-@\t\r＝＋－＠].*"));
  }

  private static List<Integer> counts(ImportPreview preview) {
    List<Integer> counts = new ArrayList<>();
    for (ImportPreview.Fate fate : ImportPreview.Fate.values()) {
      counts.add(preview.count(fate));
    }
    return counts;
  }

  private static Function<Collection<String>, Map<String, Doc>> known(String... rows) {
    Map<String, Doc> known = new HashMap<>();
    for (String row : rows) {
      Doc doc = doc(row);
      known.put(doc.text("email").orElseThrow().toLowerCase(Locale.ROOT), doc);
    }
    return keys -> {
      Map<String, Doc> found = new HashMap<>(known);
      found.keySet().retainAll(keys);
      return found;
    };
  }

  private static Doc doc(String json) {
    return new Doc(Entity.PROSPECT, new UUID(0, 1), 0, ValueJson.members(ValueJson.object(json)));
  }

  private static String json(ImportRow row) {
    return CanonicalJson.of(new Value.Fields(row.fields()));
  }

  private static CsvFile file(String text) {
    return CsvFile.read(text.getBytes(UTF_8));
  }

  private static ImportRows rows(String text) {
    CsvFile file = file(text);
    return ImportRows.of(file, HeaderMapping.guess(file.header()));
  }
}
