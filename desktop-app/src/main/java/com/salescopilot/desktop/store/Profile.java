package com.salescopilot.desktop.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/// The directory of everything this program keeps on a machine: the last account, and a store for
/// each account that worked here. One process at a time uses it.
public final class Profile implements AutoCloseable {
  private final Path directory;
  private final FileChannel lock;
  private final InstantSource clock;
  private final Supplier<UUID> ids;
  private final Commit commit;

  private Profile(
      Path directory, FileChannel lock, InstantSource clock, Supplier<UUID> ids, Commit commit) {
    this.directory = directory;
    this.lock = lock;
    this.clock = clock;
    this.ids = ids;
    this.commit = commit;
  }

  /// Takes a profile directory into use and makes it if there is none.
  ///
  /// @param ids makes the ids of devices
  /// @throws StoreException.InUse if another process has it
  public static Profile open(Path directory, InstantSource clock, Supplier<UUID> ids) {
    return open(directory, clock, ids, Commit.DURABLE);
  }

  static Profile open(Path directory, InstantSource clock, Supplier<UUID> ids, Commit commit) {
    try {
      PrivateFiles.directory(directory);
      Path file = directory.resolve("lock");
      PrivateFiles.file(file);
      FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
      if (!locked(channel)) {
        channel.close();
        throw new StoreException.InUse(directory);
      }
      return new Profile(directory, channel, clock, ids, commit);
    } catch (IOException e) {
      throw StoreException.of(e);
    }
  }

  private static boolean locked(FileChannel channel) throws IOException {
    try {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException e) {
      return false;
    }
  }

  /// The account that worked here last.
  public Optional<Account> last() {
    try {
      return accountFile().read();
    } catch (IOException e) {
      throw StoreException.of(e);
    }
  }

  /// Keeps which account works here.
  public void remember(Account account) {
    try {
      accountFile().write(account);
    } catch (IOException e) {
      throw StoreException.of(e);
    }
  }

  /// Opens the store of an account, new or as it was left.
  ///
  /// @throws StoreException if its files cannot be used
  public SqliteStore store(Account account) {
    return SqliteStore.open(
        new StoreFiles(directory.resolve("stores"), account.fileName()), clock, ids, commit);
  }

  @Override
  public void close() {
    try {
      lock.close();
    } catch (IOException e) {
      throw StoreException.of(e);
    }
  }

  private AccountFile accountFile() {
    return new AccountFile(directory.resolve("account.json"));
  }
}
