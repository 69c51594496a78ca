package com.salescopilot.model.sync;

import com.salescopilot.model.entity.Entity;
import com.salescopilot.model.entity.RowKey;
import java.util.Set;
import java.util.UUID;

/// Commands on one prospect.
public sealed interface ProspectCommand extends Command {

  /// The prospect.
  UUID prospect();

  @Override
  default RowKey target() {
    return new RowKey(Entity.PROSPECT, prospect());
  }

  /// Erases somebody's data for good: the row, what was written to and about them, and every trace
  /// of it in history, trash and conflicts. Admins alone may. There is no way back.
  record Erase(UUID prospect) implements ProspectCommand {
    @Override
    public String op() {
      return "prospect.erase";
    }

    @Override
    public Set<RowKey> touches() {
      return Set.of(target(), new RowKey(Entity.PROSPECT_ALIAS, prospect));
    }
  }

  /// Makes one prospect of two: the other one stays, its blanks filled, and this one's id stands
  /// for it from then on. There is no way back.
  ///
  /// @param into the one that stays
  record Merge(UUID prospect, UUID into) implements ProspectCommand {
    @Override
    public String op() {
      return "prospect.merge";
    }

    @Override
    public Set<RowKey> touches() {
      return Set.of(
          target(), new RowKey(Entity.PROSPECT, into), new RowKey(Entity.PROSPECT_ALIAS, prospect));
    }
  }
}
