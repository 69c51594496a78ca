package com.salescopilot.model.ai;

/// Something that a proposal was not allowed to say.
///
/// @param text the sentence it is about; empty if it is about the whole
/// @param why for people, with the words in question
public record Flag(Check code, String text, String why) {
  static Flag of(Check code, String text) {
    return new Flag(code, text, code.why());
  }

  /// The same, for the sentence in which the words stand.
  Flag within(String sentence) {
    boolean whole = text.equals(sentence) || text.isEmpty();
    return new Flag(code, sentence, whole ? why : why + " (" + text.strip() + ")");
  }
}
