package com.salescopilot.desktop.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// Edits that come back from two files, of which neither may be whole.
final class SalvageTest {
  private static final UUID A = new UUID(0, 1);
  private static final UUID B = new UUID(0, 2);
  private static final UUID C = new UUID(0, 3);
  private static final UUID D = new UUID(0, 4);

  @Test
  void an_edit_that_only_the_journal_can_read_keeps_its_place() {
    assertThat(merged(found(A, C), found(A, B, C)).keySet()).containsExactly(A, B, C);
    assertThat(merged(found(C), found(A, B, C, D)).keySet()).containsExactly(A, B, C, D);
    assertThat(merged(found(), found(A, B)).keySet()).containsExactly(A, B);
  }

  @Test
  void an_edit_that_only_the_database_can_read_keeps_its_place() {
    assertThat(merged(found(A, B, C), found(A, C)).keySet()).containsExactly(A, B, C);
    assertThat(merged(found(A, B, C), found(B)).keySet()).containsExactly(A, B, C);
    assertThat(merged(found(A, B), found()).keySet()).containsExactly(A, B);
  }

  @Test
  void where_each_file_lacks_another_edit_both_come_back() {
    assertThat(merged(found(A, B, D), found(A, C, D)).keySet()).containsExactly(A, B, C, D);
  }

  @Test
  void of_an_edit_that_both_have_the_journal_is_right() {
    Map<UUID, String> journal = new LinkedHashMap<>(Map.of(A, "newer"));
    assertThat(merged(found(A), journal)).isEqualTo(Map.of(A, "newer"));
  }

  private static Map<UUID, String> merged(Map<UUID, String> salvaged, Map<UUID, String> journal) {
    return Salvage.merged(salvaged, journal);
  }

  private static Map<UUID, String> found(UUID... ids) {
    Map<UUID, String> found = new LinkedHashMap<>();
    for (UUID id : ids) {
      found.put(id, "body " + id);
    }
    return found;
  }
}
