package com.salescopilot.model.sync;

import com.salescopilot.model.entity.Doc;
import com.salescopilot.model.entity.Entity;
import com.salescopilot.model.entity.EntitySpec;
import com.salescopilot.model.entity.FieldSpec;
import com.salescopilot.model.entity.RowKey;
import com.salescopilot.model.mail.Address;
import com.salescopilot.model.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/// One person, one row: an address belongs to one prospect of a workspace.
final class ProspectRules {
  private ProspectRules() {}

  /// Another prospect that holds this row's address.
  static Optional<UUID> holder(Context context, Doc row) {
    if (row.entity() != Entity.PROSPECT) {
      return Optional.empty();
    }
    return row.text("email")
        .flatMap(ProspectRules::key)
        .flatMap(key -> context.view().find(new NaturalKey.ProspectEmail(key)))
        .filter(holder -> !holder.equals(row.id()));
  }

  /// The form in which addresses are compared.
  static Optional<String> key(String address) {
    return switch (Address.parse(address)) {
      case Address.Accepted accepted -> Optional.of(accepted.address().key());
      case Address.Refused refused -> Optional.empty();
    };
  }

  static Result duplicate() {
    return Result.rejected(
        RejectCode.DUPLICATE, "email", "Another prospect already has this mail address.");
  }

  static Result apply(Context context, ProspectCommand command) {
    return switch (command) {
      case ProspectCommand.Merge merge -> join(context, merge);
      case ProspectCommand.Erase erase -> erase(context, erase);
    };
  }

  /// The row goes, and its id stands for nobody. What else is erased the server alone knows.
  private static Result erase(Context context, ProspectCommand.Erase command) {
    boolean admin =
        switch (context.stamp().actor()) {
          case Actor.Internal _ -> true;
          case Actor.Member member -> member.role() == Role.ADMIN;
        };
    if (!admin) {
      return Result.rejected(
          RejectCode.FORBIDDEN, "", "Only an admin may erase the data of a person.");
    }
    UUID id = context.prospect(command.prospect());
    if (id.equals(Erased.NOBODY)) {
      return Result.noOp();
    }
    RowKey key = new RowKey(Entity.PROSPECT, id);
    Optional<Doc> row = context.view().row(key);
    if (row.isEmpty() && context.view().grave(key).isEmpty()) {
      return context.gone("The prospect");
    }
    List<RowChange> rows = new ArrayList<>();
    row.ifPresent(doc -> rows.add(new RowChange(key, row, Optional.empty())));
    Doc mark = new Doc(Entity.PROSPECT_ALIAS, id, 0, new TreeMap<>());
    rows.add(context.added(mark.with("toId", Erased.NOBODY)));
    return new Result(new Outcome.Applied(), rows, List.of(), List.of());
  }

  private static Result join(Context context, ProspectCommand.Merge command) {
    if (command.prospect().equals(command.into())) {
      return Result.rejected(
          RejectCode.INVALID, "into", "A prospect cannot be merged into itself.");
    }
    UUID from = context.prospect(command.prospect());
    UUID into = context.prospect(command.into());
    if (from.equals(into)) {
      return Result.noOp();
    }
    Optional<Doc> second = context.row(Entity.PROSPECT, from);
    Optional<Doc> first = context.row(Entity.PROSPECT, into);
    if (second.isEmpty() || first.isEmpty()) {
      return context.gone("One of the two");
    }
    Result merged = merge(context, second.get(), first.get());
    List<RowChange> rows = new ArrayList<>(merged.rows());
    rows.add(new RowChange(second.get().key(), second, Optional.empty()));
    return new Result(merged.outcome(), rows, List.of(), List.of());
  }

  /// A second row for a known address fills the blanks of the first, and its id becomes an alias.
  static Result merge(Context context, Doc second, Doc first) {
    Doc merged = first;
    for (FieldSpec field : EntitySpec.of(Entity.PROSPECT).fields()) {
      if (field.writer() != FieldSpec.Writer.SERVER) {
        merged =
            merged.with(field.name(), joined(merged.get(field.name()), second.get(field.name())));
      }
    }
    List<RowChange> rows = new ArrayList<>();
    if (!merged.equals(first)) {
      rows.add(context.change(first, merged.with("updatedAt", context.stamp().editedAt())));
    }
    Doc alias = new Doc(Entity.PROSPECT_ALIAS, second.id(), 0, new TreeMap<>());
    rows.add(context.added(alias.with("toId", first.id())));
    return new Result(new Outcome.Merged(first.id()), rows, List.of(), List.of());
  }

  private static Optional<Value> joined(Optional<Value> first, Optional<Value> second) {
    if (first.isPresent()
        && second.isPresent()
        && first.get() instanceof Value.Fields mine
        && second.get() instanceof Value.Fields theirs) {
      SortedMap<String, Value> members = new TreeMap<>(theirs.members());
      members.putAll(mine.members());
      return Optional.of(new Value.Fields(members));
    }
    return first.or(() -> second);
  }
}
