package com.salescopilot.model.sim;

import com.salescopilot.model.client.ClientTx;
import com.salescopilot.model.entity.Doc;
import com.salescopilot.model.entity.Entity;
import com.salescopilot.model.entity.RowKey;
import com.salescopilot.model.entity.StreamKind;
import java.util.Map;

/// At the end of an answer a client has exactly the rows that the server had in the snapshot of its
/// last page, each at its rev: nothing up to the cursors is missing, and of a change of several
/// rows all are there. Compared by sums over ids and revs.
final class Complete {

  void taken(Machine machine, Page page) {
    page.sums()
        .forEach(
            (stream, expected) -> {
              if (sum(machine.disk(), stream) != expected) {
                throw new Broken(
                    Oracle.COMPLETE,
                    "client "
                        + machine.number()
                        + ": I5: it has not the rows of "
                        + stream
                        + " at "
                        + page.content().end().revs().get(stream)
                        + missing(machine, stream));
              }
            });
  }

  private static String missing(Machine machine, StreamKind stream) {
    Space space = machine.person().space();
    StringBuilder rows = new StringBuilder();
    for (Doc row : space.synced.values()) {
      boolean same = machine.disk().server(row.key()).filter(r -> r.rev() == row.rev()).isPresent();
      if (!same && row.entity().stream() == stream) {
        rows.append("\nlacks ")
            .append(row)
            .append(", has ")
            .append(machine.disk().server(row.key()));
      }
    }
    for (Entity entity : Entity.values()) {
      for (Doc row : machine.disk().rows(entity)) {
        if (entity.stream() == stream && row.rev() > 0 && !space.rows.containsKey(row.key())) {
          rows.append("\nstill has ").append(row).append(space.graves.get(row.key()));
        }
      }
    }
    return rows.toString();
  }

  private static long sum(Disk disk, StreamKind stream) {
    long sum = 0;
    Map<RowKey, ClientTx.ServerImage> images = disk.images();
    for (Entity entity : Entity.values()) {
      if (entity.stream() == stream) {
        for (Doc row : disk.rows(entity)) {
          if (row.rev() > 0 && (images.isEmpty() || !images.containsKey(row.key()))) {
            sum ^= Space.mark(row.key(), row.rev());
          }
        }
      }
    }
    for (Map.Entry<RowKey, ClientTx.ServerImage> image : images.entrySet()) {
      RowKey key = image.getKey();
      if (key.entity().stream() == stream && image.getValue().row().isPresent()) {
        sum ^= Space.mark(key, image.getValue().row().get().rev());
      }
    }
    return sum;
  }
}
