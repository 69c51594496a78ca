package com.salescopilot.desktop.desk;

import com.salescopilot.desktop.store.Account;
import com.salescopilot.desktop.store.SqliteStore;
import com.salescopilot.desktop.sync.SyncEngine;
import com.salescopilot.model.client.ClientCore;

/// What is open for one account. What the server says of the account may change meanwhile.
final class Work implements AutoCloseable {
  private final SqliteStore store;
  private final ClientCore core;
  private final SyncEngine engine;
  private volatile Account account;

  Work(Account account, SqliteStore store, ClientCore core, SyncEngine engine) {
    this.account = account;
    this.store = store;
    this.core = core;
    this.engine = engine;
  }

  Account account() {
    return account;
  }

  void become(Account next) {
    account = next;
  }

  boolean isOf(Account other) {
    return account.user().equals(other.user()) && account.workspace().equals(other.workspace());
  }

  SqliteStore store() {
    return store;
  }

  ClientCore core() {
    return core;
  }

  SyncEngine engine() {
    return engine;
  }

  @Override
  public void close() {
    engine.close();
    store.close();
  }
}
