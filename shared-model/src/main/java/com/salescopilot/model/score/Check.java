package com.salescopilot.model.score;

import com.salescopilot.model.value.CanonicalJson;
import com.salescopilot.model.value.Value;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// What one check found.
///
/// @param points of `max`
/// @param value what was measured: a number, or a word for a kind
/// @param target where the value should be
/// @param spans what it is about: of the subject for `subj`, of the text otherwise
/// @param reason the finding in words
/// @param own what the sender's own mails say of it; empty while too few are known
public record Check(
    CheckId id,
    int points,
    int max,
    Value value,
    String target,
    List<Span> spans,
    Reason reason,
    Optional<Own> own) {

  public Check {
    spans = List.copyOf(spans);
  }

  /// What was found, in a sentence.
  public String why() {
    return reason.why().formatted(shown());
  }

  /// What to do about it; empty if there is nothing to do.
  public String fix() {
    return points == max ? "" : reason.fix();
  }

  /// The value as people read it.
  public String shown() {
    return value instanceof Value.Text(String text) ? text : CanonicalJson.of(value);
  }

  Value json() {
    SortedMap<String, Value> members = new TreeMap<>();
    members.put("id", Value.text(id.id()));
    members.put("points", Value.whole(points));
    members.put("max", Value.whole(max));
    members.put("value", value);
    members.put("target", Value.text(target));
    members.put("spans", new Value.Items(spans.stream().map(Span::value).toList()));
    members.put("why", Value.text(why()));
    members.put("source", Value.text(id.source()));
    if (!fix().isEmpty()) {
      members.put("fix", Value.text(fix()));
    }
    own.ifPresent(rates -> members.put("own", rates.value()));
    return new Value.Fields(members);
  }
}
