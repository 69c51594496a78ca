package com.salescopilot.desktop.imports;

import com.salescopilot.desktop.desk.Desk;
import com.salescopilot.desktop.platform.Surroundings;
import com.salescopilot.desktop.shell.Refusal;
import com.salescopilot.desktop.shell.Toasts;
import com.salescopilot.desktop.shell.Tools;
import com.salescopilot.desktop.store.ListQuery;
import com.salescopilot.desktop.ui.Async;
import com.salescopilot.desktop.ui.Texts;
import com.salescopilot.model.csv.ColumnTarget;
import com.salescopilot.model.csv.CsvException;
import com.salescopilot.model.csv.CsvFile;
import com.salescopilot.model.csv.CsvRecord;
import com.salescopilot.model.csv.Delimiter;
import com.salescopilot.model.csv.Encoding;
import com.salescopilot.model.csv.ErrorFile;
import com.salescopilot.model.csv.HeaderMapping;
import com.salescopilot.model.csv.ImportMode;
import com.salescopilot.model.csv.ImportPreview;
import com.salescopilot.model.csv.ImportRows;
import com.salescopilot.model.csv.ProspectExport;
import com.salescopilot.model.entity.Entity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// A file that is looked at before it is imported.
final class ImportViewModel {
  private static final int SAMPLES = 3;

  private final Desk desk;
  private final Async async;
  private final Toasts toasts;
  private final Texts texts;
  private final Surroundings surroundings;
  private final Importing importing;
  private final ReadOnlyStringWrapper name = new ReadOnlyStringWrapper(this, "name", "");
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper(this, "problem", "");
  private final ReadOnlyObjectWrapper<Optional<ImportPreview>> preview =
      new ReadOnlyObjectWrapper<>(this, "preview", Optional.empty());
  private final ObjectProperty<Encoding> encoding =
      new SimpleObjectProperty<>(this, "encoding", Encoding.UTF_8);
  private final ObjectProperty<Delimiter> delimiter =
      new SimpleObjectProperty<>(this, "delimiter", Delimiter.COMMA);
  private final ObjectProperty<ImportMode> mode =
      new SimpleObjectProperty<>(this, "mode", ImportMode.FILL_BLANKS);
  private final ObservableList<Column> columns = FXCollections.observableArrayList();
  private byte[] bytes = new byte[0];
  private Optional<CsvFile> file = Optional.empty();
  private HeaderMapping mapping = new HeaderMapping(List.of());
  private boolean filling;

  /// A column of the file.
  ///
  /// @param sample a few of its values
  /// @param target where it goes
  record Column(int index, String name, String sample, ColumnTarget target) {}

  ImportViewModel(Tools tools, Surroundings surroundings, Importing importing) {
    this.desk = tools.desk();
    this.async = tools.async();
    this.toasts = tools.toasts();
    this.texts = tools.texts();
    this.surroundings = surroundings;
    this.importing = importing;
    encoding.addListener((_, _, _) -> readAgain());
    delimiter.addListener((_, _, _) -> readAgain());
    mode.addListener((_, _, _) -> look());
  }

  /// The name of the file; empty while none is chosen.
  ReadOnlyStringProperty name() {
    return name.getReadOnlyProperty();
  }

  /// Why the file cannot be imported as it is; empty if it can.
  ReadOnlyStringProperty problem() {
    return problem.getReadOnlyProperty();
  }

  /// What an import would do, once that is known.
  ReadOnlyObjectProperty<Optional<ImportPreview>> preview() {
    return preview.getReadOnlyProperty();
  }

  ObjectProperty<Encoding> encoding() {
    return encoding;
  }

  ObjectProperty<Delimiter> delimiter() {
    return delimiter;
  }

  ObjectProperty<ImportMode> mode() {
    return mode;
  }

  ObservableList<Column> columns() {
    return columns;
  }

  Importing importing() {
    return importing;
  }

  /// Asks for a file.
  void choose() {
    surroundings.open("*.csv", "*.txt", "*.tsv").ifPresent(this::take);
  }

  /// Looks at a file.
  void take(Path path) {
    async.latest(
        "file",
        () -> {
          try {
            return Files.readAllBytes(path);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        },
        read -> take(String.valueOf(path.getFileName()), read),
        this::failed);
  }

  private void take(String fileName, byte[] content) {
    bytes = content;
    async.latest(
        "read",
        () -> CsvFile.read(content),
        read -> {
          name.set(fileName);
          filling = true;
          encoding.set(read.encoding());
          delimiter.set(read.delimiter());
          filling = false;
          show(read);
        },
        this::failed);
  }

  private void readAgain() {
    if (!filling && file.isPresent()) {
      byte[] content = bytes;
      Encoding as = encoding.get();
      Delimiter by = delimiter.get();
      async.latest("read", () -> CsvFile.read(content, as, by), this::show, this::failed);
    }
  }

  private void show(CsvFile read) {
    file = Optional.of(read);
    map(read, HeaderMapping.guess(read.header()));
  }

  /// Sends a column elsewhere.
  void assign(int column, ColumnTarget target) {
    file.ifPresent(read -> map(read, mapping.with(column, target)));
  }

  private void map(CsvFile read, HeaderMapping next) {
    mapping = next;
    List<Column> shown = new ArrayList<>();
    for (int i = 0; i < read.header().size(); i++) {
      shown.add(new Column(i, read.header().get(i), sample(read, i), next.targets().get(i)));
    }
    columns.setAll(shown);
    look();
  }

  private static String sample(CsvFile read, int column) {
    List<String> values = new ArrayList<>();
    for (CsvRecord next : read.records()) {
      if (values.size() == SAMPLES) {
        break;
      }
      if (next instanceof CsvRecord.Row row
          && row.cells().size() > column
          && !row.cells().get(column).isBlank()) {
        values.add(row.cells().get(column).strip());
      }
    }
    return String.join(" · ", values);
  }

  /// Finds out what an import would do.
  private void look() {
    if (file.isEmpty()) {
      return;
    }
    CsvFile read = file.get();
    HeaderMapping by = mapping;
    ImportMode as = mode.get();
    async.latest(
        "look",
        () -> ImportPreview.of(ImportRows.of(read, by), as, desk.store()::prospectsByAddress),
        found -> {
          problem.set("");
          preview.set(Optional.of(found));
        },
        this::failed);
  }

  /// Imports the file as it was looked at.
  void begin() {
    file.ifPresent(
        read -> {
          HeaderMapping by = mapping;
          importing.begin(desk.newId(), name.get(), mode.get(), () -> ImportRows.of(read, by));
          forget();
        });
  }

  /// Forgets the file.
  void forget() {
    file = Optional.empty();
    bytes = new byte[0];
    name.set("");
    problem.set("");
    columns.clear();
    preview.set(Optional.empty());
  }

  /// Keeps the rows that cannot be imported in a file, to be mended.
  void saveErrors() {
    Optional<ImportPreview> looked = preview.get();
    if (file.isEmpty() || looked.isEmpty()) {
      return;
    }
    List<String> header = file.get().header();
    ImportRows rows = looked.get().rows();
    surroundings
        .saveAs(texts.get(getClass(), "import.errorFile") + ".csv")
        .ifPresent(path -> save(path, () -> ErrorFile.of(header, rows.bad())));
  }

  /// Keeps all prospects in a file.
  void export() {
    surroundings
        .saveAs(texts.get(getClass(), "import.exportFile") + ".csv")
        .ifPresent(path -> save(path, this::exported));
  }

  private String exported() {
    long[] keys = desk.store().keys(Entity.PROSPECT, ListQuery.of(""));
    return ProspectExport.of(desk.store().rows(Entity.PROSPECT, keys).values());
  }

  private void save(Path path, Supplier<String> content) {
    async.run(
        () -> {
          try {
            return Files.writeString(path, content.get(), StandardCharsets.UTF_8);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        },
        saved -> toasts.done(texts.get(getClass(), "import.saved", saved.toString())),
        this::failed);
  }

  private void failed(RuntimeException e) {
    preview.set(Optional.empty());
    problem.set(
        switch (e) {
          case CsvException csv -> texts.get(getClass(), "problem." + csv.problem().name());
          case UncheckedIOException _ -> texts.get(getClass(), "problem.READ");
          default -> Refusal.words(texts, e);
        });
  }
}
