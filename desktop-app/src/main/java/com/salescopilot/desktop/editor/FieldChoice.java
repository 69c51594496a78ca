package com.salescopilot.desktop.editor;

import com.salescopilot.model.template.MergeField;
import java.util.Optional;

/// A field that the editor's owner offers.
///
/// @param name as templates write it
/// @param title as people call it
/// @param fallback the words to begin with for when it is empty
public record FieldChoice(String name, String title, Optional<String> fallback) {

  /// The field as it enters the letter.
  MergeField field() {
    return new MergeField(name, fallback);
  }
}
