package com.salescopilot.model.score;

import com.salescopilot.model.stats.Rate;
import com.salescopilot.model.value.Value;
import java.util.EnumMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// Counts mails that were sent: of each check, how many reached all its points, and how many of
/// them were answered.
public final class OwnMails {
  /// Of fewer sent mails nothing is said.
  public static final int LEAST_SENT = 200;

  /// Of fewer answers nothing is said.
  public static final int LEAST_ANSWERED = 20;

  private static final class Tally {
    private long sent;
    private long answered;

    void add(Answered was) {
      sent++;
      answered += was == Answered.YES ? 1 : 0;
    }

    Rate rate() {
      return new Rate(answered, sent);
    }
  }

  /// Whether a person answered a mail.
  public enum Answered {
    YES,
    NO
  }

  private final Scorer scorer;
  private final Map<CheckId, Tally> inside = new EnumMap<>(CheckId.class);
  private final Map<CheckId, Tally> outside = new EnumMap<>(CheckId.class);

  public OwnMails(Scorer scorer) {
    this.scorer = scorer;
  }

  /// One more that was sent.
  public void add(ScoredMail mail, Answered was) {
    for (Check check : scorer.score(mail).checks()) {
      Map<CheckId, Tally> side = check.points() == check.max() ? inside : outside;
      side.computeIfAbsent(check.id(), _ -> new Tally()).add(was);
    }
  }

  /// What they say, by the names of checks; only of checks with mails on both sides.
  public Value.Fields value() {
    SortedMap<String, Value> members = new TreeMap<>();
    inside.forEach(
        (check, in) -> {
          Tally out = outside.get(check);
          if (out != null) {
            members.put(check.id(), new Own(in.rate(), out.rate()).value());
          }
        });
    return new Value.Fields(members);
  }
}
