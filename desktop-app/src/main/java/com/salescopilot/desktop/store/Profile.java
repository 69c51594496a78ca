package com.salescopilot.desktop.store;

import com.salescopilot.model.id.UserId;
import com.salescopilot.model.sync.Hash128;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import java.util.List;
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
  private final Object writing = new Object();

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

  /// Tells this profile from others on the machine.
  public String name() {
    return Hash128.of(directory.toAbsolutePath().toString()).hex();
  }

  /// The account that works here, since an earlier start or now.
  public Optional<Account> last() {
    return file().filter(kept -> !kept.left()).map(AccountFile.Kept::account);
  }

  /// The account that worked here last, also if it has logged out.
  public Optional<Account> known() {
    return file().map(AccountFile.Kept::account);
  }

  /// The workspaces of that account's person, as the server last named them.
  public List<Membership> memberships() {
    return file().map(AccountFile.Kept::memberships).orElse(List.of());
  }

  /// Keeps which account works here.
  public void remember(Account account) {
    change(
        before ->
            new AccountFile.Kept(
                account,
                before
                    .filter(kept -> kept.account().user().equals(account.user()))
                    .map(AccountFile.Kept::memberships)
                    .orElse(List.of()),
                false));
  }

  /// Keeps the workspaces of the person who works here.
  public void keep(List<Membership> memberships) {
    if (!memberships.isEmpty() && last().isPresent()) {
      change(
          before ->
              new AccountFile.Kept(
                  before.orElseThrow().account(), memberships, before.orElseThrow().left()));
    }
  }

  /// Keeps that nobody works here any more; the next sign-in of the same person finds everything.
  public void left(Account account) {
    change(before -> new AccountFile.Kept(account, List.of(), true));
  }

  /// Whether the store of an account was open here before.
  public boolean hasStore(Account account) {
    return Files.exists(files(account.fileName()).database());
  }

  /// How many changes wait in the stores of the same person's other workspaces.
  public long pendingBeside(Account open) {
    try {
      return StoreFiles.namesIn(stores(), open.user().toString()).stream()
          .filter(name -> !name.equals(open.fileName()))
          .mapToLong(this::pendingIn)
          .sum();
    } catch (IOException e) {
      throw StoreException.of(e);
    }
  }

  private long pendingIn(String name) {
    try (SqliteStore store = SqliteStore.open(files(name), clock, ids, commit)) {
      return store.outbox().size();
    }
  }

  /// Takes all of an account's workspace off the machine; its store is closed.
  public void purge(Account account) {
    delete(account.fileName());
  }

  /// Takes all of a person off the machine; their stores are closed.
  public void wipe(UserId user) {
    delete(user.toString());
    try {
      Files.deleteIfExists(directory.resolve("account.json"));
    } catch (IOException e) {
      throw StoreException.of(e);
    }
  }

  private void delete(String prefix) {
    try {
      StoreFiles.deleteIn(stores(), prefix);
    } catch (IOException e) {
      throw StoreException.of(e);
    }
  }

  private Optional<AccountFile.Kept> file() {
    synchronized (writing) {
      try {
        return accountFile().read();
      } catch (IOException e) {
        throw StoreException.of(e);
      }
    }
  }

  private void change(UnaryChange next) {
    synchronized (writing) {
      Optional<AccountFile.Kept> before = file();
      AccountFile.Kept after = next.of(before);
      if (!before.equals(Optional.of(after))) {
        try {
          accountFile().write(after);
        } catch (IOException e) {
          throw StoreException.of(e);
        }
      }
    }
  }

  private interface UnaryChange {
    AccountFile.Kept of(Optional<AccountFile.Kept> before);
  }

  /// Opens the store of an account, new or as it was left.
  ///
  /// @throws StoreException if its files cannot be used
  public SqliteStore store(Account account) {
    return SqliteStore.open(files(account.fileName()), clock, ids, commit);
  }

  @Override
  public void close() {
    try {
      lock.close();
    } catch (IOException e) {
      throw StoreException.of(e);
    }
  }

  private Path stores() {
    return directory.resolve("stores");
  }

  private StoreFiles files(String name) {
    return new StoreFiles(stores(), name);
  }

  private AccountFile accountFile() {
    return new AccountFile(directory.resolve("account.json"));
  }
}
