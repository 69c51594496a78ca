package com.salescopilot.model.sync;

import com.salescopilot.model.campaign.CampaignMove;
import com.salescopilot.model.entity.Entity;
import com.salescopilot.model.entity.RowKey;
import com.salescopilot.model.id.DerivedId;
import com.salescopilot.model.stats.Guard;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// Commands on one campaign.
public sealed interface CampaignCommand extends Command {

  /// The campaign.
  UUID campaign();

  @Override
  default RowKey target() {
    return new RowKey(Entity.CAMPAIGN, campaign());
  }

  /// Changes the status.
  ///
  /// @param seen the mutation that had last changed the status when the author looked; start and
  ///   resume need it, so that a stop nobody saw beats a start
  /// @param waiting whether it starts although some prospects will have to wait
  record Move(UUID campaign, CampaignMove move, Optional<UUID> seen, Waiting waiting)
      implements CampaignCommand {
    /// A move that accepts nobody's waiting.
    public Move(UUID campaign, CampaignMove move, Optional<UUID> seen) {
      this(campaign, move, seen, Waiting.REFUSED);
    }

    /// Whether it is accepted that some prospects wait until their data is mended.
    public enum Waiting {
      REFUSED,
      ACCEPTED
    }

    /// Whether mails may leave after it, so that preflight has to look first.
    public boolean starts() {
      return move == CampaignMove.START || move == CampaignMove.RESUME;
    }

    @Override
    public String op() {
      return move.op();
    }
  }

  /// Enrols the prospects that were seen; ids, never a query.
  record Enrol(UUID campaign, List<UUID> prospectIds) implements CampaignCommand {
    /// The most prospects in one command.
    public static final int MOST = 500;

    public Enrol {
      prospectIds = List.copyOf(prospectIds);
    }

    @Override
    public String op() {
      return "campaign.enrol";
    }

    /// The rows that say who they are, for a store that reads them in one go.
    public Set<RowKey> people() {
      Set<RowKey> keys = new LinkedHashSet<>();
      for (UUID id : prospectIds) {
        keys.add(new RowKey(Entity.PROSPECT, id));
        keys.add(new RowKey(Entity.PROSPECT_ALIAS, id));
      }
      return keys;
    }

    @Override
    public Set<RowKey> touches() {
      Set<RowKey> keys = new LinkedHashSet<>();
      prospectIds.forEach(
          id -> keys.add(new RowKey(Entity.CAMPAIGN_PROSPECT, DerivedId.enrolment(campaign, id))));
      return keys;
    }
  }

  /// Gives the steps another order.
  ///
  /// @param was all steps, by position and variant, as their author saw them
  /// @param now the same steps; a new position begins with each variant A
  record Reorder(UUID campaign, List<UUID> was, List<UUID> now) implements CampaignCommand {
    public Reorder {
      was = List.copyOf(was);
      now = List.copyOf(now);
    }

    @Override
    public String op() {
      return "campaign.reorder";
    }

    @Override
    public Set<RowKey> touches() {
      Set<RowKey> keys = new LinkedHashSet<>();
      keys.add(target());
      was.forEach(id -> keys.add(new RowKey(Entity.CAMPAIGN_STEP, id)));
      now.forEach(id -> keys.add(new RowKey(Entity.CAMPAIGN_STEP, id)));
      return keys;
    }
  }

  /// The server stops a running campaign, as too many of its mails come back or annoy.
  record Halt(UUID campaign, Guard.Alarm alarm) implements CampaignCommand {
    @Override
    public String op() {
      return "campaign.halt";
    }

    @Override
    public Issuer issuer() {
      return Issuer.SYSTEM;
    }
  }

  /// A manual draft campaign whose first mail was queued becomes active.
  record Activate(UUID campaign) implements CampaignCommand {
    @Override
    public String op() {
      return "campaign.activate";
    }

    @Override
    public Issuer issuer() {
      return Issuer.SYSTEM;
    }
  }
}
