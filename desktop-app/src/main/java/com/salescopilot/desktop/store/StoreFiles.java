package com.salescopilot.desktop.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;

/// The files of one account's store.
record StoreFiles(Path directory, String name) {

  Path database() {
    return directory.resolve(name + ".db");
  }

  Path journal() {
    return directory.resolve(name + ".journal");
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
    Path aside = directory.resolve("quarantine");
    PrivateFiles.directory(aside);
    String prefix = clock.millis() + "-";
    for (String suffix : List.of("-wal", "-shm", "")) {
      Path file = directory.resolve(name + ".db" + suffix);
      if (Files.exists(file)) {
        PrivateFiles.replace(aside.resolve(prefix + file.getFileName()), file);
      }
    }
    return aside.resolve(prefix + database().getFileName());
  }
}
