package com.salescopilot.model.sync;

import com.salescopilot.model.entity.Doc;
import com.salescopilot.model.entity.Entity;
import com.salescopilot.model.value.Value;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Whoever's data was erased: their id stands for nobody, so that nothing brings them back, on any
/// machine, whenever it arrives.
public final class Erased {
  /// Whom the id of somebody erased stands for.
  public static final UUID NOBODY = new UUID(0, 0);

  private Erased() {}

  /// Whether a row says that somebody was erased.
  public static boolean isMark(Doc row) {
    return row.entity() == Entity.PROSPECT_ALIAS && row.uuid("toId").equals(Optional.of(NOBODY));
  }

  /// Whether a change is about somebody who was erased.
  public static boolean concerns(View view, Change change) {
    return mentioned(change).stream().anyMatch(id -> Survivor.of(view, id).equals(NOBODY));
  }

  private static List<UUID> mentioned(Change change) {
    return switch (change) {
      case Change.Create create -> of(create, Optional.ofNullable(create.fields().get(FIELD)));
      case Change.Restore restore -> of(restore, Optional.ofNullable(restore.fields().get(FIELD)));
      case Change.Patch patch ->
          of(
              patch,
              patch.set().get(FIELD) instanceof FieldPatch.Whole whole
                  ? whole.now()
                  : Optional.empty());
      case Change.Delete _ -> List.of();
      case EmailCommand.Send send -> send.prospectId().stream().toList();
      case ProspectCommand.Merge merge -> List.of(merge.prospect(), merge.into());
      case Command _ -> List.of();
    };
  }

  private static final String FIELD = "prospectId";

  private static List<UUID> of(Change change, Optional<Value> reference) {
    if (change.target().entity() == Entity.PROSPECT) {
      return List.of(change.target().id());
    }
    return reference.flatMap(Erased::id).stream().toList();
  }

  private static Optional<UUID> id(Value value) {
    try {
      return value instanceof Value.Text(String text)
          ? Optional.of(UUID.fromString(text))
          : Optional.empty();
    } catch (IllegalArgumentException _) {
      return Optional.empty(); // the rules will say what is wrong with it
    }
  }
}
