package com.salescopilot.server.campaign;

import com.salescopilot.model.id.WorkspaceId;
import com.salescopilot.model.sync.Actor;
import com.salescopilot.model.sync.CampaignCommand;
import com.salescopilot.model.sync.Change;
import com.salescopilot.server.db.Args;
import com.salescopilot.server.db.Scope;
import com.salescopilot.server.db.Sql;
import com.salescopilot.server.db.Statements;
import com.salescopilot.server.db.Tx;
import com.salescopilot.server.events.Consumer;
import com.salescopilot.server.events.Event;
import com.salescopilot.server.stream.Streams;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/// What mails mean for campaigns: who gets no further one, and that a first mail makes a draft that
/// is worked by hand an active campaign.
public final class CampaignConsumer implements Consumer {
  private static final Actor CAMPAIGN = new Actor.Internal("campaign");

  private final Streams streams;
  private final StopRules stops = new StopRules();
  private final Guards guards = new Guards();
  private final Sql drafts = Statements.load(CampaignConsumer.class).get("drafts");

  /// A consumer that writes by these streams.
  public CampaignConsumer(Streams streams) {
    this.streams = streams;
  }

  @Override
  public String name() {
    return "campaign";
  }

  @Override
  public void apply(Tx tx, WorkspaceId workspace, List<Event> events) {
    List<Change> changes = new ArrayList<>(stops.changes(tx, workspace, events));
    Set<UUID> onTheirWay = new LinkedHashSet<>();
    for (Event event : events) {
      switch (event.type()) {
        case EMAIL_QUEUED, EMAIL_SENT -> onTheirWay.add(event.subject());
        case EMAIL_REPLIED,
            EMAIL_FAILED,
            EMAIL_UNCONFIRMED,
            EMAIL_BOUNCED,
            EMAIL_OPENED,
            EMAIL_CLICKED,
            EMAIL_AUTO_REPLIED,
            EMAIL_UNSUBSCRIBED,
            EMAIL_COMPLAINED -> {}
      }
    }
    if (!onTheirWay.isEmpty()) {
      tx.scan(
          drafts,
          Args.of("ws", workspace).and("mails", onTheirWay),
          row -> changes.add(new CampaignCommand.Activate(row.uuid("id"))));
    }
    write(tx, workspace, changes);
    write(tx, workspace, guards.changes(tx, workspace, events)); // it counts what was just noted
  }

  private void write(Tx tx, WorkspaceId workspace, List<Change> changes) {
    if (!changes.isEmpty()) {
      streams.writeWithin(tx, Scope.ofSystem(workspace), CAMPAIGN, changes);
    }
  }
}
