package com.salescopilot.server.sending;

import com.salescopilot.model.id.WorkspaceId;
import com.salescopilot.model.mail.EmailStatus;
import com.salescopilot.model.sync.Actor;
import com.salescopilot.model.sync.Change;
import com.salescopilot.model.sync.EmailCommand;
import com.salescopilot.server.db.Args;
import com.salescopilot.server.db.Scope;
import com.salescopilot.server.db.Sql;
import com.salescopilot.server.db.Statements;
import com.salescopilot.server.db.Tx;
import com.salescopilot.server.events.Consumer;
import com.salescopilot.server.events.Event;
import com.salescopilot.server.stream.Streams;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// Ends doubt by evidence: whoever opens or answers a mail has it, so it was sent. Machines prove
/// that as well as people, as nobody else knows the mail's token.
public final class DoubtConsumer implements Consumer {
  private static final Actor DOUBT = new Actor.Internal("doubt");

  private final Streams streams;
  private final Sql doubtful = Statements.load(DoubtConsumer.class).get("doubtful");

  /// A consumer that writes by these streams.
  public DoubtConsumer(Streams streams) {
    this.streams = streams;
  }

  @Override
  public String name() {
    return "doubt";
  }

  @Override
  public void apply(Tx tx, WorkspaceId workspace, List<Event> events) {
    Map<UUID, Instant> proved = new LinkedHashMap<>();
    for (Event event : events) {
      if (proves(event)) {
        proved.putIfAbsent(event.subject(), event.occurredAt());
      }
    }
    if (proved.isEmpty()) {
      return;
    }
    List<Change> settled = new ArrayList<>();
    tx.scan(
        doubtful,
        Args.of("ws", workspace).and("ids", proved.keySet()),
        row -> {
          UUID id = row.uuid("id");
          Instant at = proved.getOrDefault(id, Instant.MAX);
          settled.add(
              new EmailCommand.Ended(
                  id,
                  EmailStatus.SENT,
                  at,
                  Optional.of("Its receiver has it, as an open or an answer shows."),
                  Optional.empty()));
        });
    if (!settled.isEmpty()) {
      streams.writeWithin(tx, Scope.ofSystem(workspace), DOUBT, settled);
    }
  }

  private static boolean proves(Event event) {
    return switch (event.type()) {
      case EMAIL_OPENED,
          EMAIL_CLICKED,
          EMAIL_REPLIED,
          EMAIL_AUTO_REPLIED,
          EMAIL_UNSUBSCRIBED,
          EMAIL_COMPLAINED ->
          event.payload().path("verified").asBoolean(false);
      case EMAIL_QUEUED, EMAIL_SENT, EMAIL_FAILED, EMAIL_UNCONFIRMED, EMAIL_BOUNCED -> false;
    };
  }
}
