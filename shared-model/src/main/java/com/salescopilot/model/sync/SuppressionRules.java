package com.salescopilot.model.sync;

import com.salescopilot.model.entity.Doc;
import com.salescopilot.model.entity.Entity;
import com.salescopilot.model.mail.ErasedAddress;
import com.salescopilot.model.mail.SuppressionSource;
import com.salescopilot.model.value.Value;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/// Addresses that get nothing more. Anybody may add one; whoever lifts one must have seen it as it
/// is, and be an admin.
final class SuppressionRules {
  private SuppressionRules() {}

  /// Whether nothing may go to an address.
  static boolean holds(Context context, String address) {
    return ProspectRules.key(address).flatMap(key -> holder(context, key)).isPresent();
  }

  /// The note on an address, which may be kept by what is left of it alone.
  private static Optional<UUID> holder(Context context, String key) {
    return context
        .view()
        .find(new NaturalKey.Suppressed(key))
        .or(() -> context.view().find(new NaturalKey.Suppressed(ErasedAddress.of(key))));
  }

  static Result apply(Context context, SuppressionCommand command) {
    return switch (command) {
      case SuppressionCommand.Note note -> note(context, note);
      case SuppressionCommand.Erase erase -> erase(context, erase);
    };
  }

  private static Result erase(Context context, SuppressionCommand.Erase command) {
    Optional<Doc> there = context.view().row(command.target());
    if (there.isPresent()) {
      Doc kept = there.get().without("reason").with("address", command.mark());
      return kept.equals(there.get())
          ? Result.noOp()
          : Result.applied(context.change(there.get(), kept));
    }
    Doc row =
        new Doc(Entity.SUPPRESSION, command.suppression(), 0, new TreeMap<>())
            .with("address", command.mark())
            .with("source", SuppressionSource.ERASED.name())
            .with("createdAt", context.stamp().editedAt())
            .with("updatedAt", context.stamp().editedAt());
    return Result.applied(context.added(row));
  }

  /// Whether an address is known only as that of somebody who was erased.
  static boolean wasErased(Context context, String key) {
    return context.view().find(new NaturalKey.Suppressed(ErasedAddress.of(key))).isPresent();
  }

  /// The server itself notes an address.
  private static Result note(Context context, SuppressionCommand.Note note) {
    Doc row =
        new Doc(Entity.SUPPRESSION, note.suppression(), 0, new TreeMap<>())
            .with("address", note.address())
            .with("source", note.source().name())
            .with("reason", note.reason().map(Value::text))
            .with("createdAt", context.stamp().editedAt())
            .with("updatedAt", context.stamp().editedAt());
    return insert(context, row);
  }

  /// Adds an address. Where it is known already, the earlier note stays, but as one that was meant
  /// again: whoever wants to lift it has not seen that.
  static Result insert(Context context, Doc row) {
    Optional<UUID> holder =
        row.text("address").flatMap(ProspectRules::key).flatMap(key -> holder(context, key));
    Optional<Doc> there =
        context
            .view()
            .row(row.key())
            .or(() -> holder.flatMap(id -> context.row(Entity.SUPPRESSION, id)));
    if (there.isEmpty()) {
      return Result.applied(context.added(row));
    }
    return again(context, there.get());
  }

  static Result again(Context context, Doc row) {
    boolean newer =
        row.instant("updatedAt").filter(at -> !at.isBefore(context.stamp().editedAt())).isEmpty();
    return newer
        ? Result.applied(context.change(row, row.with("updatedAt", context.stamp().editedAt())))
        : Result.noOp();
  }

  /// Why an address may not be lifted.
  static Optional<Result> keeps(Context context, Change.Delete delete, Doc row) {
    boolean admin =
        switch (context.stamp().actor()) {
          case Actor.Internal _ -> true;
          case Actor.Member member -> member.role() == Role.ADMIN;
        };
    if (!admin) {
      return Optional.of(
          Result.rejected(
              RejectCode.FORBIDDEN, "", "Only an admin may let mails go to this address again."));
    }
    return delete.rev().isPresent() && delete.rev().getAsLong() >= row.rev()
        ? Optional.empty()
        : Optional.of(
            Result.rejected(
                RejectCode.STATE, "", "The address was noted again meanwhile; look at it first."));
  }
}
