package com.salescopilot.model.server;

import com.salescopilot.model.id.UserId;
import com.salescopilot.model.sync.Change;
import com.salescopilot.model.sync.Mutation;
import com.salescopilot.model.sync.Outcome;
import com.salescopilot.model.sync.Result;
import java.util.List;
import java.util.Optional;

/// What a change means beyond its rows, inside the same transaction: a mail that is cancelled loses
/// its place in the queue, a campaign that is paused takes its mails back.
public interface Hooks {

  /// Whether the hooks look at stored rows for this change, so that earlier ones must be written
  /// first.
  boolean looksAtRows(Change change);

  /// Why the change cannot be, for a reason that only the store knows; asked before it is taken up.
  Optional<Outcome.Rejected> refusal(Mutation mutation, Result result);

  /// The changes that follow from it, made by the server itself.
  List<Change> entailed(Mutation mutation, Result result);

  /// Changes that follow from it of rows that are one person's own, hidden from whoever made it.
  default List<Theirs> ofOthers(Mutation mutation, Result result) {
    return List.of();
  }

  /// A change of somebody's own row.
  record Theirs(UserId owner, Change change) {}

  /// Everything has been written, these entries of the log too.
  default void logged(List<LogEntry> log) {}

  /// Rows that were written, each once, as it was before and as it is now. Comes after what
  /// [#entailed] was asked about them, and before [#looksAtRows] is promised anything.
  default void written(List<StoredRow> rows) {}

  /// No hooks.
  Hooks NONE =
      new Hooks() {
        @Override
        public boolean looksAtRows(Change change) {
          return false;
        }

        @Override
        public Optional<Outcome.Rejected> refusal(Mutation mutation, Result result) {
          return Optional.empty();
        }

        @Override
        public List<Change> entailed(Mutation mutation, Result result) {
          return List.of();
        }
      };
}
