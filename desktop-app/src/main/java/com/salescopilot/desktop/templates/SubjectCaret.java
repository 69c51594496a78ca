package com.salescopilot.desktop.templates;

import com.salescopilot.model.template.MergeField;
import java.util.Optional;
import javafx.scene.control.IndexRange;
import javafx.scene.control.TextField;

/// Where one was writing in the subject: a field of the window forgets it when the focus leaves.
final class SubjectCaret implements InsertMenu.Target {
  private final TextField subject;
  private IndexRange place = new IndexRange(0, 0);

  SubjectCaret(TextField subject) {
    this.subject = subject;
    subject.selectionProperty().addListener(_ -> remember());
    subject.caretPositionProperty().addListener(_ -> remember());
  }

  private void remember() {
    if (subject.isFocused()) {
      place = subject.getSelection();
    }
  }

  @Override
  public void field(MergeField field) {
    put(field.source(), "", "");
  }

  @Override
  public void fieldOr(String name, String words) {
    String source = new MergeField(name, Optional.of(words)).source();
    int at = source.lastIndexOf(words);
    put(source.substring(0, at), words, source.substring(at + words.length()));
  }

  @Override
  public void around(String before, String between, String after) {
    put(before, between, after);
  }

  private void put(String before, String between, String after) {
    int start = Math.min(place.getStart(), length());
    int end = Math.min(place.getEnd(), length());
    boolean selected = end > start && !after.isEmpty();
    String middle = selected ? subject.getText(start, end) : between;
    subject.replaceText(start, selected ? end : start, before + middle + after);
    subject.requestFocus();
    int from = start + before.length();
    subject.selectRange(from, from + middle.length());
  }

  private int length() {
    return subject.getLength();
  }
}
