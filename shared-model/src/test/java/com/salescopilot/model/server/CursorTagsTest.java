package com.salescopilot.model.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.salescopilot.model.protocol.Cursor;
import java.util.List;
import java.util.OptionalInt;
import java.util.UUID;
import org.junit.jupiter.api.Test;

final class CursorTagsTest {
  private static final UUID WORKSPACE = new UUID(1, 2);
  private static final UUID OTHER = new UUID(3, 4);
  private static final int THEN = 42;
  private static final int SINCE = 43;

  private final CursorTags tags = new CursorTags(List.of(new byte[32]));
  private final Cursor whole = tags.cursor(WORKSPACE, WORKSPACE, 7, 7, THEN);
  private final Cursor cut = tags.cursor(WORKSPACE, WORKSPACE, 7, 9, THEN);

  @Test
  void a_cursor_vouches_for_the_head_that_was_read() {
    assertThat(CursorTags.vouched(whole)).isEqualTo(7);
    assertThat(CursorTags.vouched(cut)).isEqualTo(9);
    assertThat(cut.rev()).isEqualTo(7);
  }

  @Test
  void it_is_true_in_its_history_however_far_that_has_come() {
    assertThat(judge(whole, 7, 0, THEN)).isEqualTo(Standing.Of.TRUE);
    assertThat(judge(whole, 100, 0, THEN)).isEqualTo(Standing.Of.TRUE);
    assertThat(judge(cut, 9, 0, THEN)).isEqualTo(Standing.Of.TRUE);
  }

  @Test
  void where_reading_was_cut_all_up_to_the_head_must_be_there() {
    assertThat(judge(cut, 8, 0, THEN)).as("set back to between").isEqualTo(Standing.Of.LOST);
    assertThat(judge(cut, 9, 0, SINCE)).as("and written since").isEqualTo(Standing.Of.LOST);
    assertThat(judge(whole, 6, 0, THEN)).isEqualTo(Standing.Of.LOST);
    assertThat(judge(whole, 7, 0, SINCE)).isEqualTo(Standing.Of.LOST);
  }

  @Test
  void what_was_forgotten_below_the_floor_proves_nothing() {
    assertThat(judge(whole, 100, 8, SINCE)).isEqualTo(Standing.Of.TRUE);
    assertThat(judge(cut, 100, 9, SINCE))
        .as("the one at the floor is kept")
        .isEqualTo(Standing.Of.LOST);
    assertThat(judge(cut, 100, 10, SINCE)).isEqualTo(Standing.Of.TRUE);
  }

  @Test
  void nobody_else_can_write_one() {
    Cursor higher = new Cursor(8, cut.tag());
    assertThat(judge(higher, 100, 0, THEN)).isEqualTo(Standing.Of.FORGED);
    assertThat(judge(new Cursor(9, cut.tag()), 100, 0, THEN)).isEqualTo(Standing.Of.FORGED);
    assertThat(judge(new Cursor(7, whole.tag() + "AAAAAAAAAAg"), 100, 0, THEN))
        .isEqualTo(Standing.Of.FORGED);
    assertThat(judge(new Cursor(7, "!"), 100, 0, THEN)).isEqualTo(Standing.Of.FORGED);
    assertThat(judge(tags.cursor(OTHER, OTHER, 7, 9, THEN), 100, 0, THEN))
        .isEqualTo(Standing.Of.FORGED);
    CursorTags strange = new CursorTags(List.of(new byte[] {1}));
    assertThat(judge(strange.cursor(WORKSPACE, WORKSPACE, 7, 9, THEN), 100, 0, THEN))
        .isEqualTo(Standing.Of.FORGED);
  }

  private Standing.Of judge(Cursor cursor, long head, long floor, int witness) {
    return tags.judge(WORKSPACE, WORKSPACE, cursor, head, floor, OptionalInt.of(witness));
  }
}
