package com.salescopilot.model.score;

import com.salescopilot.model.value.Value;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// A reason not to send a mail as it is, whatever its points.
///
/// @param span the words it is about; empty if it is not about words of the text
public record Blocker(Code code, Optional<Span> span) {

  /// The kinds of blocker, in the order they are told.
  public enum Code {
    /// A merge field without its value.
    UNRESOLVED_FIELD,
    /// A placeholder of another program.
    LEFTOVER_MARKUP,
    /// No subject.
    EMPTY_SUBJECT,
    /// It greets somebody else.
    WRONG_NAME,
    /// It speaks of a file that does not go with it.
    MISSING_ATTACHMENT,
    /// Its reader wants no mail.
    SUPPRESSED,
    /// A campaign's mail without a way out.
    NO_UNSUBSCRIBE,
    /// A link that leads nowhere.
    BAD_LINK
  }

  Value value() {
    SortedMap<String, Value> members = new TreeMap<>();
    members.put("code", Value.text(code.name()));
    span.ifPresent(place -> members.put("span", place.value()));
    return new Value.Fields(members);
  }
}
