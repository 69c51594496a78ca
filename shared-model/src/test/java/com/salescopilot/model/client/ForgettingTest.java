package com.salescopilot.model.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.salescopilot.model.entity.Entity;
import com.salescopilot.model.entity.RowKey;
import com.salescopilot.model.sync.Before;
import com.salescopilot.model.sync.Change;
import com.salescopilot.model.sync.FieldPatch;
import com.salescopilot.model.value.Value;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// Which changes are about somebody who is erased, and which only mention them.
final class ForgettingTest {
  private static final UUID GONE = new UUID(1, 1);
  private static final UUID OTHER = new UUID(1, 2);
  private static final Set<String> TRACES = Set.of(GONE.toString(), "ann@m.example");

  private static boolean isAbout(Change change) {
    return Forgetting.isAbout(change, TRACES);
  }

  private static Change create(Entity entity, UUID id, String field, String text) {
    return new Change.Create(
        new RowKey(entity, id), new TreeMap<>(Map.of(field, Value.text(text))));
  }

  private static Change patch(Entity entity, UUID id, String field, String text) {
    return new Change.Patch(
        new RowKey(entity, id),
        new TreeMap<>(
            Map.of(
                field,
                new FieldPatch.Whole(
                    new Before.Known(Optional.empty()), Optional.of(Value.text(text))))));
  }

  @Test
  void their_own_row_and_rows_that_name_them_are_about_them() {
    assertThat(isAbout(create(Entity.PROSPECT, GONE, "lastName", "Lee"))).isTrue();
    assertThat(isAbout(patch(Entity.PROSPECT, GONE, "lastName", "Lee"))).isTrue();
    assertThat(isAbout(create(Entity.PROSPECT, OTHER, "email", "Ann@M.example"))).isTrue();
    assertThat(isAbout(create(Entity.EMAIL_DRAFT, OTHER, "prospectId", GONE.toString()))).isTrue();
    assertThat(isAbout(create(Entity.SUPPRESSION, OTHER, "address", "ann@m.example"))).isTrue();
    assertThat(isAbout(create(Entity.TASK, OTHER, "prospectId", GONE.toString()))).isTrue();
  }

  @Test
  void words_that_mention_them_are_not() {
    assertThat(isAbout(patch(Entity.PROSPECT, OTHER, "lastName", "knows ann@m.example"))).isFalse();
    assertThat(isAbout(create(Entity.EMAIL_DRAFT, OTHER, "bodyText", "ann@m.example"))).isFalse();
    assertThat(isAbout(create(Entity.PROSPECT, OTHER, "email", "joann@m.example"))).isFalse();
    assertThat(isAbout(create(Entity.TEMPLATE, OTHER, "content", "Ask ann@m.example"))).isFalse();
  }

  @Test
  void a_removal_holds_no_words() {
    Change removal = new Change.Delete(new RowKey(Entity.PROSPECT, GONE), OptionalLong.empty());
    assertThat(isAbout(removal)).isFalse();
  }
}
