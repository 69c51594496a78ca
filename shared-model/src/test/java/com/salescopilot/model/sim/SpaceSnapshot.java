package com.salescopilot.model.sim;

import com.salescopilot.model.entity.Doc;
import com.salescopilot.model.entity.Entity;
import com.salescopilot.model.entity.RowKey;
import com.salescopilot.model.entity.StreamKind;
import com.salescopilot.model.id.UserId;
import com.salescopilot.model.protocol.ChainPosition;
import com.salescopilot.model.protocol.Cursor;
import com.salescopilot.model.protocol.PullLine;
import com.salescopilot.model.server.PullSource;
import com.salescopilot.model.sync.Grave;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

/// What one user's device reads at one moment. Nothing commits while a page is made.
///
/// @param chainPlace the place of the device's chain, which a correct server reads in the same
///   snapshot
record SpaceSnapshot(
    Space space, UserId user, UUID device, Supplier<ChainPosition> chainPlace, Bug bug)
    implements PullSource {

  @Override
  public long head(StreamKind kind) {
    return stream(kind).head;
  }

  @Override
  public Cursor cursor(StreamKind kind, long rev) {
    return space.history.cursor(space, space.owner(kind, user), rev);
  }

  private Space.Stream stream(StreamKind kind) {
    return space.stream(space.owner(kind, user));
  }

  @Override
  public List<Doc> rows(Entity entity, long afterRev, int most) {
    List<Doc> rows = new ArrayList<>();
    int enough = bug == Bug.PAGE_TOO_SHORT ? most - 1 : most;
    var changes = stream(entity.stream()).changes.tailMap(afterRev, false);
    for (var change : changes.entrySet()) {
      for (RowKey key : change.getValue()) {
        Doc row = key.entity() == entity ? space.synced.get(key) : null;
        if (row != null && row.rev() == change.getKey() && sees(key) && rows.size() < enough) {
          rows.add(row);
        }
      }
    }
    return rows;
  }

  private boolean sees(RowKey key) {
    return space.maySee(key, user);
  }

  @Override
  public List<PullLine.Gone> removals(StreamKind kind, long afterRev, int most) {
    List<PullLine.Gone> removals = new ArrayList<>();
    for (var change : stream(kind).changes.tailMap(afterRev, false).entrySet()) {
      for (RowKey key : change.getValue()) {
        Grave grave = space.graves.get(key);
        if (grave != null && grave.rev() == change.getKey() && removals.size() < most) {
          removals.add(new PullLine.Gone(key, grave.rev()));
        }
      }
    }
    return removals;
  }

  @Override
  public ChainPosition chain() {
    return chainPlace.get();
  }
}
