package com.salescopilot.model.sync;

import com.salescopilot.model.entity.Doc;
import com.salescopilot.model.entity.Entity;
import com.salescopilot.model.value.Value;
import java.util.Optional;
import java.util.TreeMap;

/// What is known of companies is set as a whole, by the server, and says where it comes from.
final class CompanyRules {
  private CompanyRules() {}

  static Result apply(Context context, CompanyCommand command) {
    return switch (command) {
      case CompanyCommand.Put put -> put(context, put);
    };
  }

  private static Result put(Context context, CompanyCommand.Put put) {
    boolean sourced =
        put.fields().get("metadata") instanceof Value.Fields(var metadata)
            && metadata.containsKey("source");
    if (!sourced) {
      return Result.rejected(
          RejectCode.INVALID, "metadata", "metadata must say the source of a company's data.");
    }
    for (String name : put.fields().keySet()) {
      if (RowDefaults.field(Entity.COMPANY_DATA, name).isEmpty()) {
        return Creation.unknown(Entity.COMPANY_DATA, name).orElseThrow();
      }
    }
    Optional<Doc> known = context.row(Entity.COMPANY_DATA, put.company());
    Doc row =
        new Doc(Entity.COMPANY_DATA, put.company(), 0, put.fields()).with("domain", put.domain());
    if (known.isEmpty()) {
      return Result.applied(context.added(RowDefaults.complete(context, row)));
    }
    Doc before = known.get();
    Doc after =
        new Doc(before.entity(), before.id(), before.rev(), new TreeMap<>(row.fields()))
            .with("createdAt", before.get("createdAt"))
            .with("updatedAt", before.get("updatedAt"));
    return after.equals(before)
        ? Result.noOp()
        : Result.applied(
            context.change(before, after.with("updatedAt", context.stamp().editedAt())));
  }
}
