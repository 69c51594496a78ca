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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The hooks of all features, bound to one transaction.
record TxHooks(List<CommitHook> hooks, Tx tx, Scope scope) implements Hooks {

  @Override
  public boolean looksAtRows(Change change) {
    return hooks.stream().anyMatch(hook -> hook.looksAtRows(change));
  }

  @Override
  public Optional<Outcome.Rejected> refusal(Mutation mutation, Result result) {
    for (CommitHook hook : hooks) {
      Optional<Outcome.Rejected> refusal = hook.refusal(tx, scope, mutation, result);
      if (refusal.isPresent()) {
        return refusal;
      }
    }
    return Optional.empty();
  }

  @Override
  public List<Change> entailed(Mutation mutation, Result result) {
    List<Change> entailed = new ArrayList<>();
    hooks.forEach(hook -> entailed.addAll(hook.entailed(tx, scope, mutation, result)));
    return entailed;
  }

  @Override
  public List<Hooks.Theirs> ofOthers(Mutation mutation, Result result) {
    List<Hooks.Theirs> entailed = new ArrayList<>();
    hooks.forEach(hook -> entailed.addAll(hook.ofOthers(tx, scope, mutation, result)));
    return entailed;
  }

  @Override
  public void logged(List<LogEntry> log) {
    hooks.forEach(hook -> hook.logged(tx, scope, log));
  }

  @Override
  public void written(List<StoredRow> rows) {
    hooks.forEach(hook -> hook.written(tx, scope, rows));
  }
}
