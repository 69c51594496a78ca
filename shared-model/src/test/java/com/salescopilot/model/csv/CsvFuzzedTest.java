package com.salescopilot.model.csv;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.salescopilot.fuzz.Fuzzed;
import com.salescopilot.fuzz.Pieces;
import com.salescopilot.fuzz.Seeds;
import com.salescopilot.model.entity.Doc;
import com.salescopilot.model.entity.Entity;
import com.salescopilot.model.mail.Address;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;

/// Whatever file somebody chooses is read or refused in words, and what we write is read back as it
/// was by us and does nothing in a spreadsheet, whichever delimiter that goes by.
final class CsvFuzzedTest implements Fuzzed {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  /// What begins a formula, also when a spreadsheet has taken away blanks that cannot be seen.
  private static final Pattern FORMULA = Pattern.compile("(?s)[\t\r\n]*[=+\\-@＝＋－＠].*");

  @Override
  public void attack(byte[] input) {
    read(input);
    cells(new Pieces(input).rest());
  }

  private static void read(byte[] file) {
    try {
      CsvFile read = CsvFile.read(file);
      companies(read);
      ImportRows rows = ImportRows.of(read, HeaderMapping.guess(read.header()));
      assertThat(rows.size()).as("every row counts once").isEqualTo(read.records().size());
      assertThat(rows.rows())
          .allSatisfy(
              row -> assertThat(Address.parse(row.key())).isInstanceOf(Address.Accepted.class));
      assertThat(rows.chunks().stream().mapToInt(List::size).sum()).isEqualTo(rows.rows().size());
      exported(rows);
      inert(ErrorFile.of(read.header(), rows.bad()));
    } catch (CsvException e) {
      assertThat(e.detail()).isNotBlank();
    }
  }

  private static void companies(CsvFile read) {
    try {
      CompanyRows companies = CompanyRows.of(read, "companies.csv", NOON);
      assertThat(companies.companies().size() + companies.bad().size())
          .isLessThanOrEqualTo(read.records().size());
    } catch (CsvException e) {
      assertThat(e.problem()).isEqualTo(CsvException.Problem.NO_EMAIL_COLUMN);
    }
  }

  private static void exported(ImportRows rows) {
    List<Doc> prospects = new ArrayList<>();
    for (ImportRow row : rows.rows()) {
      prospects.add(new Doc(Entity.PROSPECT, new UUID(0, 1), 0, new TreeMap<>(row.fields())));
    }
    String text = ProspectExport.of(prospects);
    inert(text);
    CsvFile back = CsvFile.read(text.getBytes(UTF_8));
    ImportRows again = ImportRows.of(back, HeaderMapping.guess(back.header()));
    assertThat(again.bad()).isEmpty();
    assertThat(again.rows().stream().map(row -> new TreeMap<>(row.fields())))
        .containsExactlyElementsOf(
            prospects.stream().map(doc -> new TreeMap<>(doc.fields())).toList());
  }

  private static void cells(List<String> cells) {
    for (String cell : cells) {
      assertThat(InertCell.plain(InertCell.guarded(cell))).isEqualTo(cell);
    }
    String text = new CsvWriter().row(cells).row(cells).text();
    inert(text);
    CsvReader reader =
        new CsvReader(text.substring(1), Dialect.of(Delimiter.COMMA), CsvLimits.IMPORT);
    for (int i = 0; i < 2; i++) {
      CsvRecord row = reader.next();
      assertThat(row).isInstanceOf(CsvRecord.Row.class);
      assertThat(((CsvRecord.Row) row).cells().stream().map(InertCell::plain))
          .containsExactlyElementsOf(cells);
    }
    assertThat(reader.hasNext()).isFalse();
  }

  private static void inert(String text) {
    for (Delimiter delimiter : Delimiter.values()) {
      assertThat(Spreadsheet.cells(text.substring(1), delimiter.character()))
          .as("read by %s", delimiter)
          .noneMatch(cell -> FORMULA.matcher(cell).matches());
    }
  }

  @Override
  public List<byte[]> seeds() {
    List<byte[]> seeds = new ArrayList<>(Seeds.corpus("csv/spectrum"));
    seeds.addAll(
        List.of(
            Pieces.join("=1+1", "'=1", "''", "a\tb", "\"q\"", "ü;ö|,", "\r\n"),
            "email,name\r\nana@x.example,\"=cmd|' /C calc'!A0\"\r\n".getBytes(UTF_8),
            "\ufeffE-Mail;Vorname;Größe\nana@x.example;Ana;\"1;2\"\n".getBytes(UTF_8),
            "email\tcompany\tcustomFields.plan\nbo@x.example\tAcme\t-5\n".getBytes(UTF_8),
            "domain,name,employees\nacme.example,Acme,12\n".getBytes(UTF_8)));
    return seeds;
  }

  @Override
  public List<String> words() {
    return List.of(
        "email",
        "domain",
        "firstName",
        "customFields.",
        "error",
        "@x.example",
        "\r\n",
        "\"\"",
        "\n%%\n",
        ",\"",
        ";=",
        "\ufeff",
        "'=",
        "\\u0000");
  }

  @Override
  public void judge(List<byte[]> inputs) {
    assertThat(inputs.stream().filter(CsvFuzzedTest::hasPeople)).hasSizeGreaterThanOrEqualTo(3);
  }

  private static boolean hasPeople(byte[] file) {
    CsvFile read = CsvFile.read(file);
    HeaderMapping mapping = HeaderMapping.guess(read.header());
    return mapping.hasEmail() && !ImportRows.of(read, mapping).rows().isEmpty();
  }
}
