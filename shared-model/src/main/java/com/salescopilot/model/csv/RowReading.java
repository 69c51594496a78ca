package com.salescopilot.model.csv;

import com.salescopilot.model.entity.Entity;
import com.salescopilot.model.entity.EntitySpec;
import com.salescopilot.model.entity.FieldCheck;
import com.salescopilot.model.entity.FieldSpec;
import com.salescopilot.model.mail.Address;
import com.salescopilot.model.value.CanonicalJson;
import com.salescopilot.model.value.Value;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// Makes a person of a row, or says why it is none.
final class RowReading {
  private static final int LARGEST_ROW = 256 * 1024;
  private static final String CUSTOM_FIELDS = "customFields";

  private final CsvFile file;
  private final HeaderMapping mapping;

  /// What became of a row.
  sealed interface Reading {}

  record Person(ImportRow row) implements Reading {}

  record Bad(BadRow row) implements Reading {}

  RowReading(CsvFile file, HeaderMapping mapping) {
    this.file = file;
    this.mapping = mapping;
  }

  Reading of(CsvRecord read) {
    return switch (read) {
      case CsvRecord.Broken broken -> bad(broken, broken.problem(), sentence(broken.problem()));
      case CsvRecord.Row row when file.problem(row).isPresent() ->
          bad(
              row,
              RowProblem.WIDTH,
              "The row has "
                  + row.cells().size()
                  + " cells, the header "
                  + file.header().size()
                  + ".");
      case CsvRecord.Row row -> person(row);
    };
  }

  private Reading person(CsvRecord.Row row) {
    SortedMap<String, Value> fields = fields(row.cells());
    if (!(fields.get("email") instanceof Value.Text(String email))) {
      return bad(row, RowProblem.NO_EMAIL, "The row has no mail address.");
    }
    if (!(Address.parse(email) instanceof Address.Accepted(Address address))) {
      return bad(
          row,
          RowProblem.BAD_EMAIL,
          problem("email", Value.text(email)).orElse("The mail address cannot be written to."));
    }
    for (var field : fields.entrySet()) {
      Optional<String> problem = problem(field.getKey(), field.getValue());
      if (problem.isPresent()) {
        RowProblem kind =
            field.getKey().equals("email") ? RowProblem.BAD_EMAIL : RowProblem.BAD_VALUE;
        return bad(row, kind, problem.get());
      }
    }
    if (weight(fields) > LARGEST_ROW) {
      return bad(row, RowProblem.ROW_TOO_LARGE, "The row is larger than 256 KiB.");
    }
    return new Person(new ImportRow(row, address.key(), fields));
  }

  private SortedMap<String, Value> fields(List<String> cells) {
    SortedMap<String, Value> fields = new TreeMap<>();
    SortedMap<String, Value> custom = new TreeMap<>();
    for (int i = 0; i < cells.size(); i++) {
      String cell = InertCell.plain(cells.get(i)).strip();
      if (!cell.isEmpty()) {
        switch (mapping.targets().get(i)) {
          case ColumnTarget.Field(ProspectField field) ->
              fields.put(field.restName(), Value.text(cell));
          case ColumnTarget.Custom(String key) -> custom.put(key, Value.text(cell));
          case ColumnTarget.Ignored ignored -> {}
        }
      }
    }
    if (!custom.isEmpty()) {
      fields.put(CUSTOM_FIELDS, new Value.Fields(custom));
    }
    return fields;
  }

  private static Optional<String> problem(String name, Value value) {
    FieldSpec spec = EntitySpec.of(Entity.PROSPECT).field(name).orElseThrow();
    if (name.equals(CUSTOM_FIELDS) && value instanceof Value.Fields(var members)) {
      for (var member : members.entrySet()) {
        SortedMap<String, Value> single = new TreeMap<>();
        single.put(member.getKey(), member.getValue());
        Optional<String> problem = FieldCheck.problem(spec, new Value.Fields(single));
        if (problem.isPresent()) {
          return Optional.of(member.getKey() + " " + problem.get() + ".");
        }
      }
    }
    return FieldCheck.problem(spec, value).map(problem -> name + " " + problem + ".");
  }

  /// How many bytes the fields are on the wire.
  static int weight(SortedMap<String, Value> fields) {
    return CanonicalJson.of(new Value.Fields(fields)).getBytes(StandardCharsets.UTF_8).length;
  }

  private static Reading bad(CsvRecord row, RowProblem problem, String detail) {
    return new Bad(new BadRow(row, problem, detail));
  }

  private static String sentence(RowProblem problem) {
    return problem == RowProblem.CELL_TOO_LONG
        ? "A cell is longer than " + CsvLimits.IMPORT.cell() + " characters."
        : "A quotation mark is opened and not closed.";
  }
}
