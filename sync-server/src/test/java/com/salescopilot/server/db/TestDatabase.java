package com.salescopilot.server.db;

import static java.util.Objects.requireNonNull;

import com.salescopilot.model.entity.StreamKind;
import com.salescopilot.model.id.UserId;
import com.salescopilot.model.id.WorkspaceId;
import com.salescopilot.model.protocol.Cursor;
import com.salescopilot.model.protocol.PullRequest;
import com.salescopilot.model.server.CursorTags;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/// A migrated database for one test class, on the PostgreSQL that all classes of a run share.
///
/// ```
/// @RegisterExtension static final TestDatabase db = new TestDatabase();
/// Scope scope = db.newWorkspace();
/// db.database().inWorkspace(scope, tx -> …);
/// ```
public final class TestDatabase implements BeforeAllCallback, AfterAllCallback {

  private static final ExtensionContext.Namespace NAMESPACE =
      ExtensionContext.Namespace.create(TestDatabase.class);

  private final Statements statements = Statements.load(TestDatabase.class);
  private final PoolSizes sizes;
  private @Nullable SharedPostgres postgres;
  private @Nullable DatabaseLogin login;
  private @Nullable Database database;

  /// With the pools of a real server.
  public TestDatabase() {
    this(PoolSizes.STANDARD);
  }

  /// With other pools, to see what happens when they are empty.
  public TestDatabase(PoolSizes sizes) {
    this.sizes = sizes;
  }

  /// Tags of cursors under a key that nobody has.
  public static CursorTags tags() {
    return new CursorTags(List.of(new byte[32]));
  }

  /// What a device asks for that waits for nothing.
  public static PullRequest pull(UUID device, Map<StreamKind, Cursor> cursors) {
    return new PullRequest(Optional.empty(), device, cursors, 0, 0);
  }

  /// The façade.
  public Database database() {
    return requireNonNull(database, "register the TestDatabase as a static @RegisterExtension");
  }

  /// The login, for a second façade, a server of its own, or plain JDBC.
  public DatabaseLogin login() {
    return requireNonNull(login);
  }

  /// The superuser's login to the same database: sees every row and may do anything to it.
  public DatabaseLogin superuser() {
    return requireNonNull(postgres).superuser(login());
  }

  /// A new workspace with one member, an admin, and the empty streams of both.
  public Scope newWorkspace() {
    var workspace = new WorkspaceId(UUID.randomUUID());
    var scope = new Scope(workspace, new UserId(UUID.randomUUID()));
    insertAll(scope, "ADMIN", "user", "workspace", "member", "wsStream", "meStream");
    return scope;
  }

  /// A mailbox of the scope's user.
  public void addMailbox(Scope scope) {
    insertAll(scope, "USER", "mailbox");
  }

  /// One more member of the workspace of `colleague`, without special rights.
  public Scope newMember(Scope colleague) {
    var scope = colleague.as(new UserId(UUID.randomUUID()));
    insertAll(scope, "USER", "user", "member", "meStream");
    return scope;
  }

  private void insertAll(Scope scope, String role, String... names) {
    Args args =
        Args.of("ws", scope.workspace())
            .and("user", scope.user())
            .and("role", role)
            .and("email", scope.user() + "@example.test");
    database()
        .inWorkspace(
            scope,
            tx -> {
              int inserted = 0;
              for (String name : names) {
                inserted += tx.exec(statements.get(name), args);
              }
              return inserted;
            });
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    postgres =
        context
            .getRoot()
            .getStore(NAMESPACE)
            .computeIfAbsent("postgres", _ -> SharedPostgres.start(), SharedPostgres.class);
    login = postgres.newDatabase();
    database = Database.open(login, sizes);
  }

  /// A connection still out after the last test is a leak of the class under test.
  @Override
  public void afterAll(ExtensionContext context) {
    if (database == null) {
      return; // it did not start, and has said so
    }
    int busy = database.busy();
    database.close();
    requireNonNull(postgres).drop(login());
    if (busy != 0) {
      throw new AssertionError(busy + " connections were not given back");
    }
  }
}
