package com.salescopilot.desktop.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;

/// The files of one account's store.
record StoreFiles(Path directory, String name) {
  private static final String DATABASE = ".db";
  private static final String ASIDE = "quarantine";

  Path database() {
    return directory.resolve(name + DATABASE);
  }

  Path journal() {
    return directory.resolve(name + ".journal");
  }

  /// The names of the stores in a directory that begin so.
  static List<String> namesIn(Path directory, String prefix) throws IOException {
    return all(directory).stream()
        .map(file -> String.valueOf(file.getFileName()))
        .filter(name -> name.startsWith(prefix) && name.endsWith(DATABASE))
        .map(name -> name.substring(0, name.length() - DATABASE.length()))
        .sorted()
        .toList();
  }

  /// Deletes the files of all stores in a directory that begin so, also those that were moved
  /// aside.
  static void deleteIn(Path directory, String prefix) throws IOException {
    for (Path file : all(directory)) {
      if (String.valueOf(file.getFileName()).startsWith(prefix)) {
        Files.deleteIfExists(file);
      }
    }
    for (Path file : all(directory.resolve(ASIDE))) {
      // a moment stands before the name
      if (String.valueOf(file.getFileName()).contains("-" + prefix)) {
        Files.deleteIfExists(file);
      }
    }
    if (Files.exists(directory)) {
      PrivateFiles.force(directory);
    }
  }

  private static List<Path> all(Path directory) throws IOException {
    if (!Files.exists(directory)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(directory)) {
      return files.toList();
    }
  }

  void prepare() throws IOException {
    PrivateFiles.directory(directory);
    // SQLite gives its -wal and -shm files the mode of the database
    PrivateFiles.file(database());
  }

  /// Moves the damaged database aside, so that a new one can begin.
  ///
  /// @return where it lies now
  Path quarantine(InstantSource clock) throws IOException {
    Path aside = directory.resolve(ASIDE);
    PrivateFiles.directory(aside);
    String prefix = clock.millis() + "-";
    for (String suffix : List.of("-wal", "-shm", "")) {
      Path file = directory.resolve(name + DATABASE + suffix);
      if (Files.exists(file)) {
        PrivateFiles.replace(aside.resolve(prefix + file.getFileName()), file);
      }
    }
    return aside.resolve(prefix + database().getFileName());
  }
}
