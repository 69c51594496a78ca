package com.salescopilot.desktop.desk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.salescopilot.desktop.remote.RemoteException;
import com.salescopilot.desktop.store.SqliteStore;
import com.salescopilot.model.campaign.CompanyStop;
import com.salescopilot.model.schedule.Policy;
import com.salescopilot.model.schedule.StoredState;
import com.salescopilot.model.score.Yardstick;
import com.salescopilot.model.value.ValueJson;
import java.time.Duration;
import java.time.Instant;

/// What holds in the workspace for everybody, as the server said it last: how campaigns are sent
/// and what letters are judged by. Stays on this machine's disk for when there is no network.
public final class WorkspaceRules {
  private static final String KIND = "workspace-rules";
  private static final String POLICY = "policy";
  private static final String OWN = "own";
  private static final Duration FRESH = Duration.ofHours(1);

  private final Desk desk;
  private Instant asked = Instant.MIN;
  private volatile boolean narrated;

  public WorkspaceRules(Desk desk) {
    this.desk = desk;
  }

  /// What letters are judged by. Reads the disk, as the others do.
  public Yardstick score() {
    return Yardstick.of(kept(POLICY).at("/score/weights"), kept(OWN));
  }

  /// Whether the server could ask a model for words about a score, as far as it said since the
  /// start.
  public boolean isNarrated() {
    return narrated;
  }

  /// What an answer means for colleagues.
  public CompanyStop companyStop() {
    return CompanyStop.of(kept(POLICY));
  }

  /// When mails may leave, as far as the workspace says something of it.
  public Policy sending() {
    return StoredState.workspace(kept(POLICY).toString());
  }

  private ObjectNode kept(String name) {
    return desk.store()
        .localDraft(KIND, name)
        .map(ValueJson::object)
        .orElseGet(JsonNodeFactory.instance::objectNode);
  }

  /// Whether it is time to ask the server; then not again for an hour. On the screen's thread.
  public boolean isTimeToAsk() {
    Instant now = desk.clock().instant();
    if (!asked.equals(Instant.MIN) && now.isBefore(asked.plus(FRESH))) {
      return false;
    }
    asked = now;
    return true;
  }

  /// Asks the server, if it can be asked, and keeps what it says. Off the screen's thread.
  public void ask() {
    try {
      refresh();
    } catch (RemoteException _) {
      // what was known still holds
    }
  }

  /// Asks the server and keeps what it says. Off the screen's thread.
  ///
  /// @throws RemoteException if it cannot be asked now
  public void refresh() {
    SqliteStore store = desk.store();
    keep(store, POLICY, desk.ask(server -> server.team().describe().policy()));
    ObjectNode score = desk.ask(server -> server.suggestions().scoreRules());
    keep(store, OWN, score.path(OWN));
    narrated = score.path("narrator").asBoolean(false);
  }

  /// Keeps what the server just said of the workspace's policy.
  public void learn(ObjectNode policy) {
    keep(desk.store(), POLICY, policy);
  }

  private static void keep(SqliteStore store, String name, JsonNode said) {
    store.keepLocalDraft(KIND, name, said.toString());
  }
}
