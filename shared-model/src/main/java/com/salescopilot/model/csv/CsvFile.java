package com.salescopilot.model.csv;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A file with a header, as somebody chose it.
///
/// @param header the names of the columns
/// @param records the rows below, without blank ones; those of another width are [CsvRecord.Row]
///   too, and [#problem(CsvRecord)] says so
public record CsvFile(
    Encoding encoding, Delimiter delimiter, List<String> header, List<CsvRecord> records) {

  public CsvFile {
    header = List.copyOf(header);
    records = List.copyOf(records);
  }

  /// Reads a file, with encoding and delimiter as they look.
  ///
  /// @throws CsvException if it cannot be read as a whole
  public static CsvFile read(byte[] file) {
    Encoding encoding = Encoding.sniff(checked(file));
    String text = encoding.decode(file);
    return read(text, encoding, Delimiter.sniff(text), CsvLimits.IMPORT);
  }

  /// Reads a file, with encoding and delimiter as somebody said.
  ///
  /// @throws CsvException if it cannot be read as a whole
  public static CsvFile read(byte[] file, Encoding encoding, Delimiter delimiter) {
    return read(encoding.decode(checked(file)), encoding, delimiter, CsvLimits.IMPORT);
  }

  /// Why a row cannot be used, or empty if it can.
  public Optional<RowProblem> problem(CsvRecord read) {
    return switch (read) {
      case CsvRecord.Broken broken -> Optional.of(broken.problem());
      case CsvRecord.Row row ->
          row.cells().size() == header.size() ? Optional.empty() : Optional.of(RowProblem.WIDTH);
    };
  }

  private static byte[] checked(byte[] file) {
    if (file.length > CsvLimits.IMPORT.bytes()) {
      throw new CsvException(
          CsvException.Problem.TOO_LARGE,
          "The file is larger than " + (CsvLimits.IMPORT.bytes() >> 20) + " MiB.");
    }
    return file;
  }

  private static CsvFile read(
      String text, Encoding encoding, Delimiter delimiter, CsvLimits limits) {
    CsvReader reader = new CsvReader(text, Dialect.of(delimiter), limits);
    List<String> header = header(reader, limits);
    List<CsvRecord> records = new ArrayList<>();
    while (reader.hasNext()) {
      CsvRecord next = reader.next();
      if (!(next instanceof CsvRecord.Row row && row.isBlank())) {
        if (records.size() == limits.rows()) {
          throw new CsvException(
              CsvException.Problem.TOO_MANY_ROWS,
              "The file has more than " + limits.rows() + " rows: split it.");
        }
        records.add(next);
      }
    }
    return new CsvFile(encoding, delimiter, header, records);
  }

  private static List<String> header(CsvReader reader, CsvLimits limits) {
    while (reader.hasNext()) {
      if (reader.next() instanceof CsvRecord.Row row && !row.isBlank()) {
        if (row.cells().size() > limits.columns()) {
          throw new CsvException(
              CsvException.Problem.TOO_MANY_COLUMNS,
              "The file has more than " + limits.columns() + " columns.");
        }
        return row.cells().stream().map(InertCell::plain).toList();
      }
    }
    throw new CsvException(
        CsvException.Problem.EMPTY, "The file has no first line with the names of its columns.");
  }
}
