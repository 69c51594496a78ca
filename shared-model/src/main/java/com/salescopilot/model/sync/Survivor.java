package com.salescopilot.model.sync;

import com.salescopilot.model.entity.Entity;
import com.salescopilot.model.entity.RowKey;
import java.util.Optional;
import java.util.UUID;

/// The prospect that an id stands for after merges.
public final class Survivor {
  /// More merges of merged rows than anybody makes; a circle ends here too.
  private static final int LONGEST_CHAIN = 16;

  private Survivor() {}

  /// The row itself, or the one that it was merged into, and that one was, to the last. A client
  /// whose server lost the merge has both for a moment; a row that is there stands for itself.
  public static UUID of(View view, UUID id) {
    if (view.row(new RowKey(Entity.PROSPECT, id)).isPresent()) {
      return id;
    }
    UUID at = id;
    for (int i = 0; i < LONGEST_CHAIN; i++) {
      Optional<UUID> next =
          view.row(new RowKey(Entity.PROSPECT_ALIAS, at)).flatMap(alias -> alias.uuid("toId"));
      if (next.isEmpty()) {
        return at;
      }
      at = next.get();
    }
    return at;
  }

  /// The same change of the row that its target now stands for. A merged prospect may still be open
  /// on a screen, or in an undo; a change that is queued must name the row that it changes. A
  /// removal stays with its row: whoever removes a doubled row, or takes back that they made one,
  /// does not mean the one that both became.
  public static Change of(View view, Change change) {
    if (change.target().entity() != Entity.PROSPECT) {
      return change;
    }
    RowKey survivor = new RowKey(Entity.PROSPECT, of(view, change.target().id()));
    return switch (change) {
      case Change.Create create -> new Change.Create(survivor, create.fields());
      case Change.Patch patch -> new Change.Patch(survivor, patch.set());
      case Change.Delete delete -> delete;
      case Change.Restore restore -> new Change.Restore(survivor, restore.fields());
      case Command command -> command;
    };
  }
}
