package com.salescopilot.server.sending;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.function.Supplier;

/// The name under which a data directory leases mailboxes. It outlives the process, so that the
/// next one knows its own dead leases; the directory's lock keeps two processes from sharing it.
public record NodeId(String value) {
  private static final String FILE = "node-id";

  /// Reads the name, or makes one.
  ///
  /// @throws UncheckedIOException if the directory cannot be read or written
  public static NodeId of(Path dataDirectory, Supplier<UUID> ids) {
    Path file = dataDirectory.resolve(FILE);
    try {
      if (Files.exists(file)) {
        String kept = Files.readString(file).strip();
        if (!kept.isEmpty()) {
          return new NodeId(kept);
        }
      }
      String made = ids.get().toString();
      Files.writeString(file, made + "\n");
      return new NodeId(made);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
