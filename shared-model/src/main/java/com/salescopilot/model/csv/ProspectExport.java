package com.salescopilot.model.csv;

import com.salescopilot.model.entity.Doc;
import com.salescopilot.model.value.Value;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/// Prospects as a file. An import of it finds every value where it was.
public final class ProspectExport {
  private static final String CUSTOM_FIELDS = "customFields";

  private ProspectExport() {}

  /// The text of the file: the fields that every prospect has, and a column for each custom field
  /// that any of them has.
  public static String of(Collection<Doc> prospects) {
    SortedSet<String> keys = new TreeSet<>();
    for (Doc prospect : prospects) {
      if (prospect.get(CUSTOM_FIELDS).orElse(Value.Fields.none()) instanceof Value.Fields custom) {
        keys.addAll(custom.members().keySet());
      }
    }
    List<String> header = new ArrayList<>();
    for (ProspectField field : ProspectField.values()) {
      header.add(field.restName());
    }
    keys.forEach(key -> header.add(HeaderMapping.CUSTOM + key));
    CsvWriter out = new CsvWriter().row(header);
    prospects.forEach(prospect -> out.row(cells(prospect, keys)));
    return out.text();
  }

  private static List<String> cells(Doc prospect, SortedSet<String> keys) {
    List<String> cells = new ArrayList<>();
    for (ProspectField field : ProspectField.values()) {
      cells.add(prospect.text(field.restName()).orElse(""));
    }
    Value.Fields custom =
        prospect.get(CUSTOM_FIELDS).orElse(Value.Fields.none()) instanceof Value.Fields fields
            ? fields
            : Value.Fields.none();
    for (String key : keys) {
      Value value = custom.members().get(key);
      cells.add(value == null ? "" : ImportMode.cell(value));
    }
    return cells;
  }
}
