package com.salescopilot.server.db;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/// The programs of PostgreSQL, unpacked once from the jar that carries them as a compressed tar.
///
/// @param directory where `bin`, `lib` and `share` are
record PostgresBinaries(Path directory) {

  /// Unpacks below `parent`, or finds what an earlier start or another process unpacked there. The
  /// name tells the content, so a newer jar never meets older programs.
  static PostgresBinaries in(Path parent) {
    URL packed = packed();
    try {
      Files.createDirectories(parent);
      Path home = parent.resolve(name(packed));
      if (!Files.isDirectory(home)) {
        unpackOnce(packed, parent, home);
      }
      return new PostgresBinaries(home);
    } catch (IOException e) {
      throw new UncheckedIOException("PostgreSQL could not be unpacked into " + parent, e);
    }
  }

  Path program(String name) {
    return directory.resolve("bin").resolve(name);
  }

  private static URL packed() {
    String resource = "/postgres-" + platform() + ".txz";
    URL url = PostgresBinaries.class.getResource(resource);
    if (url == null) {
      throw new DatabaseRefused(
          "This build carries no PostgreSQL for "
              + platform()
              + ". Set SC_DATABASE_URL to a PostgreSQL 15 to 18 of your own.");
    }
    return url;
  }

  private static String platform() {
    String os = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    String system =
        os.startsWith("mac") ? "darwin" : os.startsWith("windows") ? "windows" : "linux";
    String arch = System.getProperty("os.arch");
    return system + (arch.equals("aarch64") ? "-arm_64" : "-x86_64");
  }

  private static String name(URL packed) throws IOException {
    if (packed.openConnection() instanceof JarURLConnection jar) {
      return "postgres-" + Long.toHexString(jar.getJarEntry().getCrc());
    }
    return "postgres-unpacked";
  }

  private static void unpackOnce(URL packed, Path parent, Path home) throws IOException {
    try (FileChannel channel =
            FileChannel.open(
                parent.resolve("unpack.lock"),
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE);
        FileLock lock = channel.lock()) {
      if (!lock.isValid() || Files.isDirectory(home)) {
        return;
      }
      Path part = Files.createTempDirectory(parent, "part");
      try (InputStream in = packed.openStream()) {
        unpack(in, part);
      }
      Files.move(part, home, StandardCopyOption.ATOMIC_MOVE);
    }
  }

  private static void unpack(InputStream packed, Path into) throws IOException {
    try (var tar =
        new TarArchiveInputStream(new XZCompressorInputStream(new BufferedInputStream(packed)))) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        Path target = into.resolve(entry.getName()).normalize();
        if (!target.startsWith(into)) {
          throw new IOException("an entry leaves the archive: " + entry.getName());
        }
        write(tar, entry, target);
      }
    }
  }

  private static void write(TarArchiveInputStream tar, TarArchiveEntry entry, Path target)
      throws IOException {
    if (entry.isDirectory()) {
      Files.createDirectories(target);
      return;
    }
    Files.createDirectories(target.getParent());
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
      return;
    }
    Files.copy(tar, target);
    boolean program = (entry.getMode() & 0100) != 0;
    if (program && target.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      var permissions = EnumSet.copyOf(Files.getPosixFilePermissions(target));
      permissions.add(PosixFilePermission.OWNER_EXECUTE);
      Files.setPosixFilePermissions(target, permissions);
    }
  }
}
