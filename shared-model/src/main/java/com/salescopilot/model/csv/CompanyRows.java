package com.salescopilot.model.csv;

import com.salescopilot.model.mail.Address;
import com.salescopilot.model.mail.FreeMail;
import com.salescopilot.model.value.Value;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// What a file says of companies: a company is its domain, and each row says where it comes from.
///
/// @param companies by domain; of two rows of a domain the later one stands
/// @param bad rows that say nothing usable, in the order of the file
public record CompanyRows(Map<String, SortedMap<String, Value>> companies, List<BadRow> bad) {
  private static final String DOMAIN = "domain";
  private static final List<String> FIELDS = List.of("name", "industry", "size", "location");
  private static final int LONGEST = 200;

  /// Reads the companies of a file.
  ///
  /// @param source the name of the file, for people
  /// @throws CsvException if no column holds domains
  public static CompanyRows of(CsvFile file, String source, Instant importedAt) {
    List<String> names = file.header().stream().map(CompanyRows::name).toList();
    if (!names.contains(DOMAIN)) {
      throw new CsvException(
          CsvException.Problem.NO_EMAIL_COLUMN,
          "No column holds domains: one must be named domain.");
    }
    Map<String, SortedMap<String, Value>> companies = new LinkedHashMap<>();
    List<BadRow> bad = new ArrayList<>();
    int number = 0;
    for (CsvRecord read : file.records()) {
      number++;
      if (!(read instanceof CsvRecord.Row row) || file.problem(read).isPresent()) {
        bad.add(new BadRow(read, RowProblem.WIDTH, "The row has not the columns of the header."));
        continue;
      }
      SortedMap<String, Value> fields = fields(names, row);
      Optional<String> domain =
          fields.remove(DOMAIN) instanceof Value.Text(String text)
              ? domain(text)
              : Optional.empty();
      if (domain.isEmpty()) {
        bad.add(new BadRow(read, RowProblem.BAD_VALUE, "The row names no domain of a company."));
      } else {
        companies.put(domain.get(), sourced(fields, source, number, importedAt));
      }
    }
    return new CompanyRows(companies, List.copyOf(bad));
  }

  /// The domain of an address whose company it can be, or empty: of a mailbox that anybody can have
  /// nothing follows.
  public static Optional<String> companyOf(String address) {
    return Address.parse(address.strip()) instanceof Address.Accepted(Address accepted)
            && !FreeMail.isFree(accepted.domain())
        ? Optional.of(accepted.domain())
        : Optional.empty();
  }

  private static String name(String column) {
    String lower = column.strip().toLowerCase(Locale.ROOT);
    return lower.equals(DOMAIN) || FIELDS.contains(lower) ? lower : HeaderMapping.key(column);
  }

  private static SortedMap<String, Value> fields(List<String> names, CsvRecord.Row row) {
    SortedMap<String, Value> fields = new TreeMap<>();
    SortedMap<String, Value> metadata = new TreeMap<>();
    for (int i = 0; i < names.size(); i++) {
      String cell = InertCell.plain(row.cells().get(i)).strip().replace("\u0000", "");
      if (!cell.isEmpty()) {
        String kept = cell.length() > LONGEST ? cell.substring(0, LONGEST) : cell;
        boolean own = names.get(i).equals(DOMAIN) || FIELDS.contains(names.get(i));
        (own ? fields : metadata).put(names.get(i), Value.text(kept));
      }
    }
    fields.put("metadata", new Value.Fields(metadata));
    return fields;
  }

  private static SortedMap<String, Value> sourced(
      SortedMap<String, Value> fields, String file, int row, Instant importedAt) {
    SortedMap<String, Value> source = new TreeMap<>();
    source.put("file", Value.text(file));
    source.put("row", Value.whole(row));
    source.put("importedAt", Value.text(importedAt.toString()));
    SortedMap<String, Value> metadata = new TreeMap<>();
    if (fields.get("metadata") instanceof Value.Fields(var more)) {
      metadata.putAll(more);
    }
    metadata.put("source", new Value.Fields(source));
    fields.put("metadata", new Value.Fields(metadata));
    return fields;
  }

  /// What follows the scheme, `www.` and an at sign, in ASCII, if a mail could go there.
  private static Optional<String> domain(String cell) {
    String bare = cell.replaceFirst("^[a-zA-Z]+://", "").replaceFirst("[/?#].*$", "");
    bare = bare.replaceFirst("^.*@", "").replaceFirst("^www\\.", "");
    return companyOf("info@" + bare);
  }
}
