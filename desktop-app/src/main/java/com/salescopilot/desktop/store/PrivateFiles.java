package com.salescopilot.desktop.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/// Files and directories that only this user can read, and changes of them that last.
public final class PrivateFiles {
  private PrivateFiles() {}

  /// Makes a directory, mode 0700, with those above it.
  public static void directory(Path directory) throws IOException {
    Files.createDirectories(directory, only("rwx------"));
    if (isPosix()) {
      Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx------"));
    }
  }

  /// Makes an empty file, mode 0600, if there is none.
  static void file(Path file) throws IOException {
    if (!Files.exists(file)) {
      Files.createFile(file, only("rw-------"));
      force(directoryOf(file));
    }
  }

  /// Puts `next` in the place of `file`: afterwards, whatever happens, one of them is there whole.
  static void replace(Path file, Path next) throws IOException {
    Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    force(directoryOf(file));
  }

  /// Writes a small file as a whole.
  public static void write(Path file, String text) throws IOException {
    Path next = file.resolveSibling(file.getFileName() + ".new");
    Files.deleteIfExists(next);
    file(next);
    Files.writeString(next, text);
    force(next);
    replace(file, next);
  }

  /// Writes a file as a whole from what is read.
  public static void write(Path file, InputStream content) throws IOException {
    Path next = file.resolveSibling(file.getFileName() + ".new");
    Files.deleteIfExists(next);
    file(next);
    try {
      try (OutputStream out = Files.newOutputStream(next)) {
        content.transferTo(out);
      }
      force(next);
      replace(file, next);
    } finally {
      Files.deleteIfExists(next);
    }
  }

  /// Makes a file's content, or a directory's entries, durable.
  static void force(Path path) throws IOException {
    if (Files.isDirectory(path)) {
      if (!isPosix()) {
        return; // a directory cannot be opened there, and renames are durable by themselves
      }
      try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
        channel.force(true);
      }
      return;
    }
    try (FileChannel channel = FileChannel.open(path, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
  }

  private static Path directoryOf(Path file) {
    Path directory = file.toAbsolutePath().getParent();
    return directory == null ? file.toAbsolutePath() : directory;
  }

  private static FileAttribute<?>[] only(String permissions) {
    return isPosix()
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        }
        : new FileAttribute<?>[] {};
  }

  private static boolean isPosix() {
    return FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
  }
}
