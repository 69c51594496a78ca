package com.salescopilot.desktop.editor;

import static org.assertj.core.api.Assertions.assertThat;

import com.salescopilot.desktop.editor.History.Cause;
import com.salescopilot.desktop.editor.History.Moment;
import org.junit.jupiter.api.Test;

final class HistoryTest {
  private final History history = new History();

  @Test
  void letters_typed_in_one_go_are_one_step() {
    type("a", 0);
    type("ab", 1);
    type("abc", 2);
    assertThat(history.undo(3)).contains(new Moment(Document.EMPTY, 0));
    assertThat(history.canUndo()).isFalse();
    assertThat(history.redo(0)).contains(new Moment(TextCodec.read("abc"), 3));
  }

  @Test
  void typing_elsewhere_deleting_and_commands_are_steps_of_their_own() {
    type("a", 0);
    type("ba", 0);
    history.changed(TextCodec.read("a"), Cause.DELETING, 1, 0);
    history.changed(TextCodec.read("a b"), Cause.COMMAND, 1, 3);
    assertThat(history.undo(3)).contains(new Moment(TextCodec.read("a"), 1));
    assertThat(history.undo(1)).contains(new Moment(TextCodec.read("ba"), 1));
    assertThat(history.undo(1)).contains(new Moment(TextCodec.read("a"), 0));
  }

  @Test
  void characters_deleted_one_before_the_other_are_one_step() {
    history.begin(TextCodec.read("abc"));
    history.changed(TextCodec.read("ab"), Cause.DELETING, 3, 2);
    history.changed(TextCodec.read("a"), Cause.DELETING, 2, 1);
    assertThat(history.undo(1)).contains(new Moment(TextCodec.read("abc"), 3));
    assertThat(history.canUndo()).isFalse();
  }

  @Test
  void an_edit_after_undo_ends_redo() {
    type("a", 0);
    history.undo(1);
    assertThat(history.canRedo()).isTrue();
    type("b", 0);
    assertThat(history.canRedo()).isFalse();
  }

  @Test
  void another_letter_has_no_past() {
    type("a", 0);
    history.begin(TextCodec.read("other"));
    assertThat(history.undo(0)).isEmpty();
  }

  private void type(String text, int before) {
    history.changed(TextCodec.read(text), Cause.TYPING, before, before + 1);
  }
}
