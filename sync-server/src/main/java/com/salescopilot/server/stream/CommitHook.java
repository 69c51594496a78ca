package com.salescopilot.server.stream;

import com.salescopilot.model.server.Hooks;
import com.salescopilot.model.server.LogEntry;
import com.salescopilot.model.server.StoredRow;
import com.salescopilot.model.sync.Change;
import com.salescopilot.model.sync.Mutation;
import com.salescopilot.model.sync.Outcome;
import com.salescopilot.model.sync.Result;
import com.salescopilot.server.db.Scope;
import com.salescopilot.server.db.Tx;
import java.util.List;
import java.util.Optional;

/// What a feature does when a change of shared data is made, in its transaction. It sees the change
/// after the rules have taken it; rows it changes itself go through the changes that it returns,
/// never around them.
public interface CommitHook {

  /// Whether the hook looks at stored rows for this change, so that earlier ones must be written
  /// first.
  boolean looksAtRows(Change change);

  /// Why the change cannot be, for a reason that only the database knows.
  Optional<Outcome.Rejected> refusal(Tx tx, Scope scope, Mutation mutation, Result result);

  /// What follows from the change.
  List<Change> entailed(Tx tx, Scope scope, Mutation mutation, Result result);

  /// What follows from the change for rows that are other people's own.
  default List<Hooks.Theirs> ofOthers(Tx tx, Scope scope, Mutation mutation, Result result) {
    return List.of();
  }

  /// Everything is written, and these changes stand in the log.
  default void logged(Tx tx, Scope scope, List<LogEntry> log) {}

  /// Rows that were written, many at once, each as it was before and as it is now.
  void written(Tx tx, Scope scope, List<StoredRow> rows);
}
