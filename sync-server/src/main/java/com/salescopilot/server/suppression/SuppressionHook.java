package com.salescopilot.server.suppression;

import com.salescopilot.model.entity.Entity;
import com.salescopilot.model.server.StoredRow;
import com.salescopilot.model.sync.Change;
import com.salescopilot.model.sync.Mutation;
import com.salescopilot.model.sync.Outcome;
import com.salescopilot.model.sync.Result;
import com.salescopilot.server.audit.Act;
import com.salescopilot.server.audit.Audit;
import com.salescopilot.server.audit.Entry;
import com.salescopilot.server.db.Scope;
import com.salescopilot.server.db.Tx;
import com.salescopilot.server.stream.CommitHook;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// Writes down who lets mails go again to somebody who wanted none, by whatever way.
public final class SuppressionHook implements CommitHook {
  private final Audit audit = new Audit();
  private final InstantSource clock;

  public SuppressionHook(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public boolean looksAtRows(Change change) {
    return false;
  }

  @Override
  public Optional<Outcome.Rejected> refusal(Tx tx, Scope scope, Mutation mutation, Result result) {
    return Optional.empty();
  }

  @Override
  public List<Change> entailed(Tx tx, Scope scope, Mutation mutation, Result result) {
    return List.of();
  }

  @Override
  public void written(Tx tx, Scope scope, List<StoredRow> rows) {
    for (StoredRow row : rows) {
      boolean removed =
          row.key().entity() == Entity.SUPPRESSION
              && row.before().isPresent()
              && row.after().isEmpty();
      if (removed) {
        Entry entry =
            Entry.of(Act.SUPPRESSION_REMOVED)
                .in(scope.workspace())
                .by(scope.user())
                .to(row.key().id());
        audit.write(tx, entry, clock.instant());
      }
    }
  }
}
