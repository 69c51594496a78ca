package com.salescopilot.model.sync;

import com.salescopilot.model.entity.Doc;
import com.salescopilot.model.entity.Entity;
import com.salescopilot.model.entity.FieldSpec;
import com.salescopilot.model.id.DerivedId;
import com.salescopilot.model.id.UserId;
import com.salescopilot.model.value.CanonicalJson;
import com.salescopilot.model.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// Merges a patch into a row, field by field, against the values its author saw. A field nobody
/// else changed is simply set; where two people set one field, the later edit stands and the other
/// is kept as a conflict of its author.
final class Merge {
  private final Context context;
  private final List<Conflict> conflicts = new ArrayList<>();
  private final List<RowChange> copies = new ArrayList<>();
  private Doc row;

  Merge(Context context, Doc row) {
    this.context = context;
    this.row = row;
  }

  Doc row() {
    return row;
  }

  List<Conflict> conflicts() {
    return conflicts;
  }

  /// Rows that keep what a merge could not join.
  List<RowChange> copies() {
    return copies;
  }

  void field(String name, FieldPatch patch) {
    switch (patch) {
      case FieldPatch.Whole whole -> {
        FieldSpec spec = RowDefaults.field(row.entity(), name).orElseThrow();
        Optional<Value> now =
            whole.now().flatMap(v -> Creation.stored(context, row.entity(), name, v));
        row = row.with(name, merged(name, spec, whole.was(), row.get(name), now));
      }
      case FieldPatch.PerKey perKey -> {
        Value.Fields now = keys(name, perKey);
        if (row.get(name).isPresent() || !now.members().isEmpty()) {
          row = row.with(name, now);
        }
      }
    }
  }

  private Value.Fields keys(String name, FieldPatch.PerKey patch) {
    SortedMap<String, Value> members = new TreeMap<>();
    if (row.get(name).orElse(Value.Fields.none()) instanceof Value.Fields current) {
      members.putAll(current.members());
    }
    FieldSpec perKey =
        new FieldSpec(
            name,
            FieldSpec.Kind.TEXT,
            FieldSpec.Writer.CLIENT,
            Integer.MAX_VALUE,
            FieldSpec.Reach.SYNCED);
    patch
        .keys()
        .forEach(
            (key, whole) ->
                merged(
                        name + "." + key,
                        perKey,
                        whole.was(),
                        Optional.ofNullable(members.get(key)),
                        whole.now().flatMap(perKey::normalise))
                    .ifPresentOrElse(v -> members.put(key, v), () -> members.remove(key)));
    return new Value.Fields(members);
  }

  private Optional<Value> merged(
      String name, FieldSpec spec, Before was, Optional<Value> current, Optional<Value> now) {
    if (current.equals(now) || saw(spec, was, current)) {
      return now;
    }
    if (spec.same(current, now)) {
      return current;
    }
    Optional<FieldWrite> other =
        context.view().lastWrite(row.key(), name).filter(write -> !ownEarlier(write));
    if (other.isEmpty()) {
      return now;
    }
    if (row.entity() == Entity.EMAIL_DRAFT && spec.kind() == FieldSpec.Kind.BODY) {
      now.ifPresent(body -> keepCopy(name, body, other.get()));
      return current;
    }
    boolean mineIsLater = mineIsLater(other.get());
    if (row.entity() != Entity.TASK) { // one person's, and cheap to set again
      conflict(name, was, current, now, other.get(), mineIsLater);
    }
    return mineIsLater ? now : current;
  }

  /// Whether the author saw what is there now.
  private boolean saw(FieldSpec spec, Before was, Optional<Value> current) {
    return switch (was) {
      case Before.Known(Optional<Value> value) ->
          spec.same(value.flatMap(spec::normalise), current);
      case Before.Hashed(String hash) ->
          current.map(v -> Hash128.of(CanonicalJson.of(v)).hex().equals(hash)).orElse(false);
      case Before.Unknown unknown -> current.isEmpty();
    };
  }

  /// A device's own edits arrive in the order they were made, so the later one simply stands.
  private boolean ownEarlier(FieldWrite write) {
    return Actor.sameDevice(write.by(), context.stamp().actor()) && mineIsLater(write);
  }

  private boolean mineIsLater(FieldWrite other) {
    int order = context.stamp().editedAt().compareTo(other.editedAt());
    return order != 0
        ? order > 0
        : context.mutation().toString().compareTo(other.mutationId().toString()) > 0;
  }

  private void conflict(
      String name,
      Before was,
      Optional<Value> current,
      Optional<Value> now,
      FieldWrite other,
      boolean mineIsLater) {
    Optional<UserId> otherUser = user(other.by());
    Optional<UserId> loser = mineIsLater ? otherUser : context.user();
    loser.ifPresent(
        owner ->
            conflicts.add(
                new Conflict(
                    owner,
                    Conflict.Kind.FIELD,
                    mineIsLater ? other.mutationId() : context.mutation(),
                    row.key(),
                    name,
                    !mineIsLater && was instanceof Before.Known(Optional<Value> value)
                        ? value
                        : Optional.empty(),
                    mineIsLater ? current : now,
                    mineIsLater ? now : current,
                    mineIsLater ? context.user() : otherUser,
                    mineIsLater ? context.stamp().editedAt() : other.editedAt())));
  }

  /// Two versions of one letter are never spliced: the other one becomes a draft of its own.
  private void keepCopy(String name, Value body, FieldWrite other) {
    Doc copy =
        new Doc(Entity.EMAIL_DRAFT, DerivedId.conflictedCopy(context.mutation()), 0, row.fields());
    String subject = row.text("subject").map(s -> s + " ").orElse("") + "(conflicted copy)";
    copies.add(
        context.added(
            RowDefaults.complete(context, copy.with("body", body).with("subject", subject))));
    context
        .user()
        .ifPresent(
            owner ->
                conflicts.add(
                    new Conflict(
                        owner,
                        Conflict.Kind.COPY,
                        context.mutation(),
                        row.key(),
                        name,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        user(other.by()),
                        other.editedAt())));
  }

  private static Optional<UserId> user(Actor actor) {
    return actor instanceof Actor.Member member ? Optional.of(member.user()) : Optional.empty();
  }
}
