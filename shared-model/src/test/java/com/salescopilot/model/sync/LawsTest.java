package com.salescopilot.model.sync;

import static org.assertj.core.api.Assertions.assertThat;

import com.salescopilot.model.entity.Doc;
import com.salescopilot.model.entity.Entity;
import com.salescopilot.model.entity.RowKey;
import com.salescopilot.model.id.UserId;
import com.salescopilot.model.id.UuidV7;
import com.salescopilot.model.value.Value;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/// The laws of `sync.md` §5, on generated cases. A failure names its seed.
final class LawsTest {
  private static final int CASES = 10_000;
  private static final Instant NOW = Instant.parse("2026-09-01T08:00:00Z");
  private static final List<String> FIELDS = List.of("firstName", "lastName", "company");

  @Test
  void applying_twice_is_applying_once_and_then_nothing() {
    forAll(
        gen -> {
          Rows rows = gen.rows();
          Mutation mutation = gen.mutation(gen.change(rows));
          Outcome first = rows.take(mutation, gen.stamp).outcome();
          TreeMap<RowKey, Doc> once = new TreeMap<>(rows.rows);
          Outcome again = rows.take(mutation, gen.stamp).outcome();
          assertThat(rows.rows).isEqualTo(once);
          if (!(first instanceof Outcome.Rejected)) {
            assertThat(again).isEqualTo(new Outcome.NoOp());
          }
        });
  }

  @Test
  void patches_of_disjoint_fields_commute() {
    forAll(
        gen -> {
          Rows one = gen.rows();
          Rows other = new Rows();
          other.rows.putAll(one.rows);
          Mutation first = gen.mutation(gen.patch(one, "firstName"));
          Mutation second = gen.mutation(gen.patch(one, "company"));
          one.take(first, gen.stamp);
          one.take(second, gen.stamp);
          other.take(second, gen.stamp);
          other.take(first, gen.stamp);
          assertThat(one.rows).isEqualTo(other.rows);
        });
  }

  @Test
  void what_was_encoded_is_decoded_to_the_same_change() {
    forAll(
        gen -> {
          Change change = gen.change(gen.rows());
          assertThat(Codec.decode(Codec.encode(change))).isEqualTo(change);
        });
  }

  @Test
  void joined_edits_do_what_both_do_in_turn() {
    forAll(
        gen -> {
          Rows inTurn = gen.rows();
          Rows atOnce = new Rows();
          atOnce.rows.putAll(inTurn.rows);
          Change earlier = gen.change(inTurn);
          inTurn.take(gen.mutation(earlier), gen.stamp);
          Optional<Doc> row = inTurn.row(earlier.target());
          if (row.isEmpty()) {
            return;
          }
          Change later = gen.patch(row.get(), gen.field());
          Optional<Change> joined = Coalesce.coalesce(earlier, later);
          if (joined.isEmpty() || earlier instanceof Change.Delete) {
            return;
          }
          inTurn.take(gen.mutation(later), gen.stamp);
          atOnce.take(gen.mutation(joined.get()), gen.stamp);
          assertThat(atOnce.rows).isEqualTo(inTurn.rows);
        });
  }

  @Test
  void a_change_and_its_inverse_leave_the_fields_as_they_were() {
    forAll(
        gen -> {
          Rows rows = gen.rows();
          TreeMap<RowKey, Doc> before = new TreeMap<>(rows.rows);
          Change change = gen.change(rows);
          Optional<Change> inverse = Inverse.of(rows, change);
          if (rows.take(gen.mutation(change), gen.stamp).outcome() instanceof Outcome.Rejected
              || inverse.isEmpty()) {
            return;
          }
          rows.take(gen.mutation(inverse.get()), gen.stamp);
          assertThat(rows.rows.keySet()).isEqualTo(before.keySet());
          rows.rows.forEach(
              (key, row) ->
                  FIELDS.forEach(
                      field ->
                          assertThat(row.get(field))
                              .isEqualTo(before.getOrDefault(key, row).get(field))));
        });
  }

  @Test
  void folding_after_a_confirmation_shows_what_folding_before_it_did() {
    forAll(
        gen -> {
          Rows base = gen.rows();
          List<Fold.Pending> pending = new ArrayList<>();
          Overlay shown = new Overlay(base);
          for (int i = 0; i < 4; i++) {
            Mutation mutation = gen.mutation(gen.change(base));
            shown.add(mutation, gen.stamp, Apply.apply(shown, mutation, gen.stamp));
            pending.add(new Fold.Pending(mutation, gen.stamp));
          }
          Map<RowKey, Doc> before = visible(base, Fold.fold(base, pending));
          base.take(pending.getFirst().mutation(), gen.stamp);
          Map<RowKey, Doc> after =
              visible(base, Fold.fold(base, pending.subList(1, pending.size())));
          assertThat(after).isEqualTo(before);
        });
  }

  private static Map<RowKey, Doc> visible(Rows base, SortedMap<RowKey, Optional<Doc>> folded) {
    Map<RowKey, Doc> rows = new TreeMap<>(base.rows);
    folded.forEach(
        (key, row) -> row.ifPresentOrElse(doc -> rows.put(key, doc), () -> rows.remove(key)));
    return rows;
  }

  private static void forAll(Consumer<Gen> law) {
    for (long seed = 1; seed <= CASES; seed++) {
      try {
        law.accept(new Gen(seed));
      } catch (AssertionError | RuntimeException e) {
        throw new AssertionError("seed " + seed, e);
      }
    }
  }

  /// Generated rows and changes of one seed.
  private static final class Gen {
    private final Random random;
    private final UuidV7 ids;
    private final Stamp stamp;

    Gen(long seed) {
      random = new Random(seed);
      ids = new UuidV7(() -> NOW, random);
      Actor author = new Actor.Member(new UserId(ids.next()), Role.ADMIN, ids.next());
      stamp = new Stamp(author, NOW, NOW);
    }

    Rows rows() {
      Rows rows = new Rows();
      for (int i = 0; i < 1 + random.nextInt(3); i++) {
        rows.take(mutation(create()), stamp);
      }
      return rows;
    }

    Mutation mutation(Change change) {
      return new Mutation(ids.next(), change);
    }

    Change create() {
      SortedMap<String, Value> fields = new TreeMap<>();
      fields.put("email", Value.text("p" + random.nextInt(100_000) + "@x.example"));
      fields.put(field(), Value.text(word()));
      return new Change.Create(new RowKey(Entity.PROSPECT, ids.next()), fields);
    }

    Change change(Rows rows) {
      Doc row = any(rows);
      return switch (random.nextInt(4)) {
        case 0 -> create();
        case 1 -> new Change.Delete(row.key(), OptionalLong.empty());
        case 2 -> patchKey(row);
        default -> patch(row, field());
      };
    }

    Change patch(Rows rows, String field) {
      return patch(any(rows), field);
    }

    Change patch(Doc row, String field) {
      SortedMap<String, FieldPatch> set = new TreeMap<>();
      set.put(field, new FieldPatch.Whole(Before.of(row.get(field)), value()));
      return new Change.Patch(row.key(), set);
    }

    private Change patchKey(Doc row) {
      SortedMap<String, FieldPatch.Whole> keys = new TreeMap<>();
      String key = "k" + random.nextInt(3);
      keys.put(
          key,
          new FieldPatch.Whole(
              Before.of(WrittenFields.member(row, "customFields", key)), longValue()));
      SortedMap<String, FieldPatch> set = new TreeMap<>();
      set.put("customFields", new FieldPatch.PerKey(keys));
      return new Change.Patch(row.key(), set);
    }

    /// Often too long to travel as a before-value, so that its hash does.
    private Optional<Value> longValue() {
      return random.nextInt(5) == 0
          ? Optional.empty()
          : Optional.of(Value.text(word() + "long".repeat(random.nextInt(2) * 90)));
    }

    private Optional<Value> value() {
      return random.nextInt(5) == 0 ? Optional.empty() : Optional.of(Value.text(word()));
    }

    String field() {
      return FIELDS.get(random.nextInt(FIELDS.size()));
    }

    private String word() {
      return "w" + random.nextInt(4);
    }

    private Doc any(Rows rows) {
      List<Doc> all = List.copyOf(rows.rows.values());
      return all.get(random.nextInt(all.size()));
    }
  }
}
