package com.salescopilot.model.score;

import com.salescopilot.model.entity.Doc;
import com.salescopilot.model.value.CanonicalJson;
import com.salescopilot.model.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;

/// How a letter was written, as its mail keeps it: which suggestions were taken into it, and what
/// it scored when it was sent. Nothing is kept that nobody noted.
public final class Provenance {
  /// The field of a draft in which suggestions are noted, each under a key of its own, and the
  /// field of a mail.
  public static final String FIELD = "provenance";

  /// The most that a mail keeps, in characters of JSON.
  public static final int LONGEST = 16_384;

  private Provenance() {}

  /// Of a letter that nobody was helped with.
  public static Value.Fields of(Score score) {
    return new Value.Fields(judged(score));
  }

  /// Of what was written as a draft; empty if no suggestion was taken into it.
  ///
  /// @param score is asked for if it is kept
  public static Optional<Value.Fields> of(Doc draft, Supplier<Score> score) {
    List<Value> noted =
        draft.get(FIELD).orElse(Value.Fields.none()) instanceof Value.Fields notes
            ? List.copyOf(notes.members().values())
            : List.of();
    if (noted.isEmpty()) {
      return Optional.empty();
    }
    SortedMap<String, Value> members = judged(score.get());
    List<Value> kept = new ArrayList<>();
    for (Value each : noted) {
      kept.add(each);
      members.put("suggestions", new Value.Items(List.copyOf(kept)));
      if (CanonicalJson.of(new Value.Fields(members)).length() > LONGEST) {
        kept.removeLast(); // the first ones say enough
        members.put("suggestions", new Value.Items(List.copyOf(kept)));
        break;
      }
    }
    return Optional.of(new Value.Fields(members));
  }

  private static SortedMap<String, Value> judged(Score score) {
    SortedMap<String, Value> said = new TreeMap<>();
    said.put("score", Value.whole(score.score()));
    said.put("model", Value.text(score.model()));
    return new TreeMap<>(Map.of("score", new Value.Fields(said)));
  }
}
