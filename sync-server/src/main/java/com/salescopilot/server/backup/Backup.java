package com.salescopilot.server.backup;

import com.salescopilot.server.db.DatabaseLogin;
import com.salescopilot.server.db.StoredTable;
import com.salescopilot.server.db.TableCopies;
import com.salescopilot.server.http.Json;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Writes a backup: a zip with the rows of each table as COPY gives them, all of one moment, and a
/// [Manifest]. The file has its name when it is whole and on disk; one that was cut short ends in
/// `.part`.
public final class Backup {
  private static final int BUFFER = 1 << 16;

  private final Json json = new Json();
  private final DatabaseLogin login;

  public Backup(DatabaseLogin login) {
    this.login = login;
  }

  /// Writes the file, for its owner alone to read. Servers may go on meanwhile.
  ///
  /// @throws BackupRefused if the file is there already, or there is nothing to copy
  public Manifest write(Path file, Instant now) throws IOException {
    Path whole = file.toAbsolutePath();
    if (Files.exists(whole)) {
      throw new BackupRefused(whole + " is there already; choose another name.");
    }
    Path part = whole.resolveSibling(whole.getFileName() + ".part");
    Files.deleteIfExists(part);
    try (TableCopies copies = TableCopies.reading(login)) {
      String schema =
          copies
              .schema()
              .orElseThrow(() -> new BackupRefused("There is no database to back up yet."));
      Manifest manifest;
      try (FileChannel channel = create(part)) {
        ZipOutputStream zip =
            new ZipOutputStream(
                new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER));
        zip.setLevel(Deflater.BEST_SPEED);
        List<Manifest.Part> tables = new ArrayList<>();
        for (StoredTable table : copies.tables()) {
          tables.add(write(copies, table, zip));
        }
        manifest = new Manifest(Manifest.FORMAT, schema, now, tables, copies.counters());
        byte[] text = json.write(manifest);
        write(zip, Manifest.ENTRY, text);
        write(zip, Manifest.SUM, Sha256.of(text).getBytes(StandardCharsets.US_ASCII));
        zip.finish();
        zip.flush();
        channel.force(true);
      }
      Files.move(part, whole, StandardCopyOption.ATOMIC_MOVE);
      return manifest;
    } finally {
      Files.deleteIfExists(part);
    }
  }

  private static Manifest.Part write(TableCopies copies, StoredTable table, ZipOutputStream zip)
      throws IOException {
    zip.putNextEntry(new ZipEntry(Manifest.Part.entry(table.name())));
    MessageDigest digest = Sha256.begin();
    OutputStream out = new BufferedOutputStream(new DigestOutputStream(zip, digest), BUFFER);
    long rows = copies.copy(table, out);
    out.flush();
    zip.closeEntry();
    return new Manifest.Part(table.name(), table.columns(), rows, Sha256.hex(digest));
  }

  private static void write(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(bytes);
    zip.closeEntry();
  }

  private static FileChannel create(Path file) throws IOException {
    boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
    FileAttribute<?>[] mode =
        posix
            ? new FileAttribute<?>[] {
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
            }
            : new FileAttribute<?>[0];
    return FileChannel.open(
        file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), mode);
  }
}
