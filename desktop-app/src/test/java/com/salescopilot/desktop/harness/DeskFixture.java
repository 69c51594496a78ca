package com.salescopilot.desktop.harness;

import com.salescopilot.desktop.desk.Desk;
import com.salescopilot.desktop.desk.Edits;
import com.salescopilot.desktop.store.Account;
import com.salescopilot.desktop.store.Profile;
import com.salescopilot.model.entity.Doc;
import com.salescopilot.model.entity.RowKey;
import com.salescopilot.model.id.UserId;
import com.salescopilot.model.id.UuidV7;
import com.salescopilot.model.id.WorkspaceId;
import com.salescopilot.model.sync.Role;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Optional;
import java.util.Random;

/// A desk on a profile of its own, with a clock that stands, where Ada has signed in once and no
/// server is there.
public final class DeskFixture implements AutoCloseable {
  public static final Instant NOW = Instant.parse("2026-03-31T09:00:00Z");
  public static final Account ADA =
      new Account(
          "https://copilot.example.com",
          UserId.parse("01970000-0000-7000-8000-0000000000aa"),
          WorkspaceId.parse("01970000-0000-7000-8000-0000000000bb"),
          "ada@desk.example",
          "Ada",
          "Byron",
          Role.ADMIN);

  private final Profile profile;
  private final Desk desk;

  private DeskFixture(Path directory, Optional<Account> signedInBefore) {
    InstantSource clock = InstantSource.fixed(NOW);
    Random random = new Random(1);
    UuidV7 ids = new UuidV7(clock, random);
    profile = Profile.open(directory, clock, ids::next);
    signedInBefore.ifPresent(profile::remember);
    desk = new Desk(profile, clock, ids::next, random);
  }

  /// A desk where Ada has worked before.
  public static DeskFixture ofAda(Path directory) {
    return new DeskFixture(directory, Optional.of(ADA));
  }

  /// The same where she has another role.
  public static DeskFixture of(Path directory, Role role) {
    return new DeskFixture(
        directory,
        Optional.of(
            new Account(
                ADA.server(),
                ADA.user(),
                ADA.workspace(),
                ADA.email(),
                ADA.firstName(),
                ADA.lastName(),
                role)));
  }

  /// A new machine.
  public static DeskFixture unused(Path directory) {
    return new DeskFixture(directory, Optional.empty());
  }

  public Desk desk() {
    return desk;
  }

  public Edits edits() {
    return new Edits(desk);
  }

  /// Puts rows there as if the server had sent them.
  public void arrived(Collection<Doc> rows) {
    boolean _ =
        desk.store()
            .write(
                tx -> {
                  rows.forEach(row -> tx.show(row.key(), Optional.of(row)));
                  return true;
                });
  }

  /// Takes a row away as if the server had.
  public void gone(RowKey row) {
    boolean _ =
        desk.store()
            .write(
                tx -> {
                  tx.show(row, Optional.empty());
                  return true;
                });
  }

  /// The row as it is shown.
  public Optional<Doc> row(RowKey key) {
    return desk.store().row(key);
  }

  @Override
  public void close() {
    desk.close();
    profile.close();
  }
}
