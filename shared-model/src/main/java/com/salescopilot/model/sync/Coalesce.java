package com.salescopilot.model.sync;

import com.salescopilot.model.value.Value;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Joins two edits of a row that nobody has seen yet into one.
///
/// Law, held by tests: wherever the later edit meets no clash, the joined one does what both do in
/// turn.
public final class Coalesce {
  private Coalesce() {}

  /// The one change that stands for both, or empty if they must stay two.
  public static Optional<Change> coalesce(Change earlier, Change later) {
    if (!earlier.target().equals(later.target()) || !(later instanceof Change.Patch patch)) {
      return Optional.empty();
    }
    return switch (earlier) {
      case Change.Create create -> onto(create, patch);
      case Change.Patch first -> together(first, patch);
      case Change.Delete delete -> Optional.empty();
      case Change.Restore restore -> Optional.empty();
      case Command command -> Optional.empty();
    };
  }

  /// Whether the later edit sets again all that the earlier one set.
  public static boolean replaces(Change earlier, Change later) {
    return earlier instanceof Change.Patch first
        && later instanceof Change.Patch second
        && first.target().equals(second.target())
        && first.set().entrySet().stream()
            .allMatch(set -> replaces(set.getValue(), second.set().get(set.getKey())));
  }

  private static boolean replaces(FieldPatch earlier, @Nullable FieldPatch later) {
    return switch (earlier) {
      case FieldPatch.Whole whole -> later instanceof FieldPatch.Whole;
      case FieldPatch.PerKey(var keys) ->
          later instanceof FieldPatch.PerKey(var again)
              && again.keySet().containsAll(keys.keySet());
    };
  }

  /// A creation can say what a field is, and not that it has no value. Where the row is there
  /// already, because another copy of these files has sent the creation before, a crash kept it
  /// beside the joined one, or somebody else made the row, that would be lost.
  private static Optional<Change> onto(Change.Create create, Change.Patch patch) {
    boolean clears = patch.set().values().stream().anyMatch(Coalesce::clears);
    if (clears) {
      return Optional.empty();
    }
    SortedMap<String, Value> fields = new TreeMap<>(create.fields());
    patch
        .set()
        .forEach(
            (name, field) -> {
              switch (field) {
                case FieldPatch.Whole whole -> put(fields, name, whole.now());
                case FieldPatch.PerKey perKey -> {
                  SortedMap<String, Value> members = new TreeMap<>();
                  if (fields.get(name) instanceof Value.Fields old) {
                    members.putAll(old.members());
                  }
                  perKey.keys().forEach((key, whole) -> put(members, key, whole.now()));
                  fields.put(name, new Value.Fields(members));
                }
              }
            });
    return Optional.of(new Change.Create(create.target(), fields));
  }

  private static boolean clears(FieldPatch patch) {
    return switch (patch) {
      case FieldPatch.Whole whole -> whole.now().isEmpty();
      case FieldPatch.PerKey(var keys) ->
          keys.values().stream().anyMatch(whole -> whole.now().isEmpty());
    };
  }

  private static Optional<Change> together(Change.Patch first, Change.Patch second) {
    Change.Patch both = joined(first, second);
    return asksForNothing(both) ? Optional.empty() : Optional.of(both);
  }

  /// Where somebody went back to what was there, both stay: one that asks for what was so already
  /// gives way to whatever is there by now, and what they typed last would not be shown.
  private static boolean asksForNothing(Change.Patch patch) {
    return patch.set().values().stream()
        .anyMatch(
            field ->
                switch (field) {
                  case FieldPatch.Whole whole -> isSame(whole);
                  case FieldPatch.PerKey(var keys) ->
                      keys.values().stream().anyMatch(Coalesce::isSame);
                });
  }

  private static boolean isSame(FieldPatch.Whole whole) {
    return whole.was().equals(Before.of(whole.now()));
  }

  private static Change.Patch joined(Change.Patch first, Change.Patch second) {
    SortedMap<String, FieldPatch> set = new TreeMap<>(first.set());
    second.set().forEach((name, field) -> set.merge(name, field, Coalesce::joined));
    return new Change.Patch(first.target(), set);
  }

  private static FieldPatch joined(FieldPatch first, FieldPatch second) {
    return switch (second) {
      case FieldPatch.Whole now ->
          first instanceof FieldPatch.Whole was ? new FieldPatch.Whole(was.was(), now.now()) : now;
      case FieldPatch.PerKey now -> {
        if (!(first instanceof FieldPatch.PerKey was)) {
          yield now;
        }
        SortedMap<String, FieldPatch.Whole> keys = new TreeMap<>(was.keys());
        now.keys()
            .forEach(
                (key, whole) ->
                    keys.merge(key, whole, (a, b) -> new FieldPatch.Whole(a.was(), b.now())));
        yield new FieldPatch.PerKey(keys);
      }
    };
  }

  private static void put(SortedMap<String, Value> fields, String name, Optional<Value> value) {
    value.ifPresentOrElse(v -> fields.put(name, v), () -> fields.remove(name));
  }
}
