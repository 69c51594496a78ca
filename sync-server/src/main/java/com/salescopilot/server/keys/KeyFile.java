package com.salescopilot.server.keys;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/// The file that holds the master keys: lines of an id and 32 bytes in Base64, the active one
/// first.
public final class KeyFile {
  private static final Pattern KID = Pattern.compile("[A-Za-z0-9_-]{1,32}");
  private static final Set<PosixFilePermission> OWNER_ONLY =
      PosixFilePermissions.fromString("rw-------");

  private final Path path;

  /// A file that need not exist yet.
  public KeyFile(Path path) {
    this.path = path;
  }

  /// Reads the keys; empty if there is no file.
  ///
  /// @throws KeysRefused if others may read the file, or a line is not a key; names the line
  public Optional<MasterKeys> read() {
    if (Files.notExists(path)) {
      return Optional.empty();
    }
    try {
      refuseOpenFile();
      Map<String, byte[]> masters = new LinkedHashMap<>();
      int number = 0;
      for (String line : Files.readAllLines(path, StandardCharsets.UTF_8)) {
        number++;
        if (!line.isBlank()) {
          add(masters, line.strip(), number);
        }
      }
      if (masters.isEmpty()) {
        throw refused("holds no key");
      }
      return Optional.of(new MasterKeys(masters));
    } catch (IOException e) {
      throw refused("cannot be read (" + e.getClass().getSimpleName() + ")");
    }
  }

  /// Makes a file with one new key.
  ///
  /// The key is on disk before anything is made with it: a key that is lost takes every secret with
  /// it.
  ///
  /// @throws KeysRefused if it cannot be written
  MasterKeys create(RandomGenerator random) {
    byte[] key = new byte[MasterKeys.BYTES];
    random.nextBytes(key);
    String kid = "k" + Long.toHexString(random.nextLong() >>> Integer.SIZE);
    String line = kid + " " + Base64.getEncoder().encodeToString(key) + "\n";
    Path part = path.resolveSibling(path.getFileName() + ".part");
    try {
      Files.deleteIfExists(part);
      try (FileChannel out =
          posix()
              ? FileChannel.open(
                  part,
                  Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                  PosixFilePermissions.asFileAttribute(OWNER_ONLY))
              : FileChannel.open(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
        ByteBuffer bytes = ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8));
        while (bytes.hasRemaining()) {
          out.write(bytes);
        }
        out.force(true);
      }
      Files.move(part, path, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw refused("cannot be written (" + e.getClass().getSimpleName() + ")");
    }
    return new MasterKeys(Map.of(kid, key));
  }

  KeysRefused refused(String why) {
    return new KeysRefused("The master key file " + path + " (SC_MASTER_KEY_FILE) " + why + ".");
  }

  private void refuseOpenFile() throws IOException {
    if (posix() && !OWNER_ONLY.containsAll(Files.getPosixFilePermissions(path))) {
      throw refused("may be read by others; run chmod 600 on it");
    }
  }

  private boolean posix() {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix");
  }

  private void add(Map<String, byte[]> masters, String line, int number) {
    String[] parts = line.split("\\s+", -1);
    try {
      byte[] key = parts.length == 2 ? Base64.getDecoder().decode(parts[1]) : new byte[0];
      if (KID.matcher(parts[0]).matches()
          && key.length == MasterKeys.BYTES
          && masters.putIfAbsent(parts[0], key) == null) {
        return;
      }
    } catch (IllegalArgumentException _) {
      // answered below
    }
    throw refused("has in line " + number + " no id with 32 bytes in Base64");
  }
}
