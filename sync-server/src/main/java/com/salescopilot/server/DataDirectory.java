package com.salescopilot.server;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;

/// The server's own directory, for one process at a time and for nobody else to read.
///
/// The system lets go of the lock when the process dies, however it dies.
final class DataDirectory implements AutoCloseable {
  private final Path path;
  private final FileChannel channel;

  private DataDirectory(Path path, FileChannel channel) {
    this.path = path;
    this.channel = channel;
  }

  /// Makes the directory if need be, and locks it.
  ///
  /// @throws StartRefused if it cannot be had, or another process has it
  static DataDirectory open(Path path) {
    try {
      if (!Files.isDirectory(path)) {
        Files.createDirectories(path);
        if (path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
          Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwx------"));
        }
      }
      FileChannel channel =
          FileChannel.open(
              path.resolve("server.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (lock(channel) == null) {
        channel.close();
        throw new StartRefused(
            path
                + " is in use by another server; stop it, or set SC_DATA_DIR to another"
                + " directory.");
      }
      return new DataDirectory(path, channel);
    } catch (IOException e) {
      throw new StartRefused("The directory " + path + " (SC_DATA_DIR) cannot be used: " + e + ".");
    }
  }

  private static @Nullable FileLock lock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException _) {
      return null; // this very process
    }
  }

  Path path() {
    return path;
  }

  /// Lets go of the lock.
  @Override
  public void close() throws IOException {
    channel.close();
  }
}
