package com.salescopilot.server.gate;

import com.salescopilot.model.campaign.CampaignStatus;
import com.salescopilot.model.campaign.EnrolmentStatus;
import com.salescopilot.model.id.WorkspaceId;
import com.salescopilot.model.mail.Gate;
import com.salescopilot.model.mail.Hold;
import com.salescopilot.server.db.Args;
import com.salescopilot.server.db.Row;
import com.salescopilot.server.db.Statements;
import com.salescopilot.server.db.Tx;
import com.salescopilot.server.stream.RowTables;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// Reads what the gates of mails judge by.
public final class Gates {
  private final Statements statements = Statements.load(Gates.class);

  /// The facts of these mails, by id; one that is not there has none.
  public Map<UUID, Gate.Facts> of(Tx tx, WorkspaceId workspace, Collection<UUID> mails) {
    if (mails.isEmpty()) {
      return Map.of();
    }
    List<Mail> found =
        tx.list(
            statements.get("mails"),
            Args.of("ws", workspace).and("mails", List.copyOf(mails)),
            Mail::of);
    Set<String> suppressed = new HashSet<>();
    tx.scan(
        statements.get("suppressed"),
        Args.of("ws", workspace).and("keys", found.stream().map(Mail::key).distinct().toList()),
        row -> suppressed.add(row.text("address_key")));
    Map<UUID, Gate.Facts> facts = new HashMap<>();
    found.forEach(mail -> facts.put(mail.id(), mail.facts(suppressed)));
    return facts;
  }

  private record Mail(UUID id, Gate.Facts open) {
    static Mail of(Row row) {
      return new Mail(
          row.uuid("id"),
          new Gate.Facts(
              row.text("to_email"),
              Gate.Reach.OPEN,
              row.flag("member") ? Gate.Author.MEMBER : Gate.Author.GONE,
              row.textMaybe("hold").map(Hold::valueOf),
              row.instantMaybe("not_before"),
              row.instantMaybe("expires_at"),
              row.textMaybe("campaign_status").map(CampaignStatus::valueOf),
              row.wholeMaybe("step_position")
                  .map(
                      _ ->
                          new Gate.Step(
                              row.textMaybe("enrolment_status").map(EnrolmentStatus::valueOf))),
              row.flag("paused") ? Gate.Mailbox.PAUSED : Gate.Mailbox.SENDS,
              Optional.empty()));
    }

    String key() {
      return RowTables.addressKey(open.to());
    }

    Gate.Facts facts(Set<String> suppressed) {
      return suppressed.contains(key())
          ? new Gate.Facts(
              open.to(),
              Gate.Reach.SUPPRESSED,
              open.author(),
              open.hold(),
              open.notBefore(),
              open.expiresAt(),
              open.campaign(),
              open.step(),
              open.mailbox(),
              open.turn())
          : open;
    }
  }
}
