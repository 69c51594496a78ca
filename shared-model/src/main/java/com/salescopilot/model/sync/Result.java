package com.salescopilot.model.sync;

import java.util.List;

/// What a mutation does to a view: nothing is written by the rules themselves.
public record Result(
    Outcome outcome, List<RowChange> rows, List<Conflict> conflicts, List<DomainEvent> events) {

  public Result {
    rows = List.copyOf(rows);
    conflicts = List.copyOf(conflicts);
    events = List.copyOf(events);
  }

  static Result noOp() {
    return new Result(new Outcome.NoOp(), List.of(), List.of(), List.of());
  }

  static Result applied(RowChange... rows) {
    return new Result(new Outcome.Applied(), List.of(rows), List.of(), List.of());
  }

  static Result rejected(RejectCode code, String field, String detail) {
    return new Result(new Outcome.Rejected(code, field, detail), List.of(), List.of(), List.of());
  }
}
