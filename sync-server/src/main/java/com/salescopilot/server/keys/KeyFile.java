package com.salescopilot.server.keys;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
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
    this.path = path.toAbsolutePath();
  }

  /// What tells one state of the file from another without reading it.
  ///
  /// @param file its place on the disk, which a rename changes
  record Stamp(String file, FileTime changed, long size) {}

  /// Reads the keys; empty if there is no file. They take up lines that are added later.
  ///
  /// @throws KeysRefused if others may read the file, or a line is not a key; names the line
  public Optional<MasterKeys> read() {
    Optional<Stamp> stamp = stamp();
    return stamp.map(before -> new MasterKeys(this, before, masters()));
  }

  /// Puts a new key before the others. The file is replaced as a whole, and on disk before this
  /// returns: whoever reads it finds all keys of before.
  ///
  /// @return the id of the new key
  /// @throws KeysRefused if there is no file, or it cannot be read or written
  public String rotate(RandomGenerator random) {
    Path lock = path.resolveSibling(path.getFileName() + ".lock");
    try (FileChannel channel = open(lock, StandardOpenOption.CREATE);
        FileLock _ = channel.lock()) { // two new lines at once, and one would be lost
      if (Files.notExists(path)) {
        throw refused("is missing, so there is no key to replace");
      }
      var _ = masters();
      String kid = newKid(random);
      replace(line(kid, newKey(random)) + Files.readString(path));
      return kid;
    } catch (OverlappingFileLockException _) {
      throw refused("is being changed at this moment; try again");
    } catch (IOException e) {
      throw unwritable(e);
    }
  }

  /// Makes a file with one new key.
  ///
  /// The key is on disk before anything is made with it: a key that is lost takes every secret with
  /// it.
  ///
  /// @throws KeysRefused if it cannot be written
  MasterKeys create(RandomGenerator random) {
    try {
      replace(line(newKid(random), newKey(random)));
    } catch (IOException e) {
      throw unwritable(e);
    }
    return read().orElseThrow(() -> refused("vanished as soon as it was written"));
  }

  /// The state of the file now; empty if there is none to be seen.
  Optional<Stamp> stamp() {
    try {
      BasicFileAttributes now = Files.readAttributes(path, BasicFileAttributes.class);
      return Optional.of(
          new Stamp(String.valueOf(now.fileKey()), now.lastModifiedTime(), now.size()));
    } catch (IOException _) {
      return Optional.empty();
    }
  }

  /// The keys by their id, the active one first.
  Map<String, byte[]> masters() {
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
      return masters;
    } catch (IOException e) {
      throw refused("cannot be read (" + e.getClass().getSimpleName() + ")");
    }
  }

  KeysRefused refused(String why) {
    return new KeysRefused("The master key file " + path + " (SC_MASTER_KEY_FILE) " + why + ".");
  }

  private KeysRefused unwritable(IOException e) {
    return refused("cannot be written (" + e.getClass().getSimpleName() + ")");
  }

  private void replace(String text) throws IOException {
    Path part = path.resolveSibling(path.getFileName() + ".part");
    Files.deleteIfExists(part);
    try (FileChannel out = open(part, StandardOpenOption.CREATE_NEW)) {
      ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
      while (bytes.hasRemaining()) {
        out.write(bytes);
      }
      out.force(true);
    }
    Files.move(part, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    if (posix()) {
      try (FileChannel folder = FileChannel.open(path.getParent(), StandardOpenOption.READ)) {
        folder.force(true); // or a power cut could bring the old name back
      }
    }
  }

  /// For writing, and for nobody else to read from the first byte on.
  private FileChannel open(Path file, OpenOption how) throws IOException {
    return posix()
        ? FileChannel.open(
            file,
            Set.of(how, StandardOpenOption.WRITE),
            PosixFilePermissions.asFileAttribute(OWNER_ONLY))
        : FileChannel.open(file, how, StandardOpenOption.WRITE);
  }

  private static byte[] newKey(RandomGenerator random) {
    byte[] key = new byte[MasterKeys.BYTES];
    random.nextBytes(key);
    return key;
  }

  private static String newKid(RandomGenerator random) {
    return "k" + Long.toHexString(random.nextLong() >>> Integer.SIZE);
  }

  private static String line(String kid, byte[] key) {
    return kid + " " + Base64.getEncoder().encodeToString(key) + "\n";
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
