package com.salescopilot.server.campaign;

import com.salescopilot.model.campaign.EnrolmentStatus;
import com.salescopilot.model.id.WorkspaceId;
import com.salescopilot.model.sync.Actor;
import com.salescopilot.model.sync.CampaignCommand;
import com.salescopilot.model.sync.Change;
import com.salescopilot.model.sync.EnrolmentCommand;
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
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// What mails mean for campaigns: a reply ends the prospect's enrolment, and a first mail makes a
/// draft that is worked by hand an active campaign.
public final class CampaignConsumer implements Consumer {
  private static final Actor CAMPAIGN = new Actor.Internal("campaign");

  private final Streams streams;
  private final Sql replied;
  private final Sql drafts;

  /// A consumer that writes by these streams.
  public CampaignConsumer(Streams streams) {
    this.streams = streams;
    Statements statements = Statements.load(CampaignConsumer.class);
    replied = statements.get("replied");
    drafts = statements.get("drafts");
  }

  @Override
  public String name() {
    return "campaign";
  }

  @Override
  public void apply(Tx tx, WorkspaceId workspace, List<Event> events) {
    Set<UUID> answered = new LinkedHashSet<>();
    Set<UUID> onTheirWay = new LinkedHashSet<>();
    for (Event event : events) {
      switch (event.type()) {
        case EMAIL_REPLIED -> {
          // what nobody proved stops nothing
          if (event.payload().path("verified").asBoolean(true)) {
            answered.add(event.subject());
          }
        }
        case EMAIL_QUEUED, EMAIL_SENT -> onTheirWay.add(event.subject());
        case EMAIL_FAILED,
            EMAIL_UNCONFIRMED,
            EMAIL_BOUNCED,
            EMAIL_OPENED,
            EMAIL_CLICKED,
            EMAIL_AUTO_REPLIED,
            EMAIL_UNSUBSCRIBED,
            EMAIL_COMPLAINED -> {}
      }
    }
    List<Change> changes = new ArrayList<>();
    for (UUID enrolment : ids(tx, replied, workspace, answered)) {
      changes.add(
          new EnrolmentCommand.Propose(enrolment, EnrolmentStatus.REPLIED, Optional.empty()));
    }
    for (UUID campaign : ids(tx, drafts, workspace, onTheirWay)) {
      changes.add(new CampaignCommand.Activate(campaign));
    }
    if (!changes.isEmpty()) {
      streams.writeWithin(tx, Scope.ofSystem(workspace), CAMPAIGN, changes);
    }
  }

  private static List<UUID> ids(Tx tx, Sql sql, WorkspaceId workspace, Set<UUID> mails) {
    List<UUID> found = new ArrayList<>();
    if (!mails.isEmpty()) {
      tx.scan(sql, Args.of("ws", workspace).and("mails", mails), row -> found.add(row.uuid("id")));
    }
    return found;
  }
}
