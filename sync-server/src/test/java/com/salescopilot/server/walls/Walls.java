package com.salescopilot.server.walls;

import static java.util.Objects.requireNonNull;

import com.salescopilot.server.LiveServer;
import com.salescopilot.server.db.TestDatabase;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/// Two full workspaces on a live server, the way to it, and a look behind it.
///
/// ```
/// @Order(3) @RegisterExtension static final Walls walls = new Walls(db, server);
/// ```
final class Walls implements BeforeAllCallback, AfterAllCallback {
  private final TestDatabase db;
  private final Door door;
  private @Nullable Superuser superuser;
  private @Nullable Tenant ana;
  private @Nullable Tenant bo;

  Walls(TestDatabase db, LiveServer server) {
    this.db = db;
    this.door = new Door(server);
  }

  Door door() {
    return door;
  }

  Superuser superuser() {
    return requireNonNull(superuser);
  }

  Tenant ana() {
    return requireNonNull(ana);
  }

  Tenant bo() {
    return requireNonNull(bo);
  }

  /// One more full workspace.
  Tenant another(String canary) {
    Tenant tenant = Tenant.signUp(door, canary);
    Furnish.fill(tenant);
    return tenant;
  }

  @Override
  public void beforeAll(ExtensionContext context) throws SQLException {
    superuser = new Superuser(db);
    door.opened(superuser);
    ana = another("KanarieAnaQx");
    bo = another("KanarieBoZv");
  }

  @Override
  public void afterAll(ExtensionContext context) throws SQLException {
    door.close();
    if (superuser != null) {
      superuser.close();
    }
  }
}
