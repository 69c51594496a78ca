package com.salescopilot.desktop.storm;

import com.salescopilot.desktop.network.Fault;
import com.salescopilot.desktop.network.Relay;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/// What goes wrong, drawn from a seed and counted.
final class Weather {
  private static final int MOST_BYTES = 400;

  private final Random random;
  private final Map<Trouble, Integer> counts = new EnumMap<>(Trouble.class);

  Weather(Random random) {
    this.random = random;
  }

  void count(Trouble trouble) {
    counts.merge(trouble, 1, Integer::sum);
  }

  Map<Trouble, Integer> counts() {
    return counts;
  }

  /// What never happened.
  static Set<Trouble> never(Map<Trouble, Integer> counts) {
    Set<Trouble> never = EnumSet.allOf(Trouble.class);
    never.removeAll(counts.keySet());
    return never;
  }

  /// Something happens to the next request of a kind.
  void strike(Relay network) {
    boolean push = random.nextBoolean();
    String path = push ? Relay.PUSH : Relay.PULL;
    switch (random.nextInt(5)) {
      case 0 -> strike(network, path, Trouble.REQUEST_LOST, new Fault.RequestLost());
      case 1 -> strike(network, path, Trouble.ANSWER_LOST, new Fault.AnswerLost());
      case 2 ->
          strike(
              network, path, Trouble.ANSWER_CUT, new Fault.AnswerCut(random.nextInt(MOST_BYTES)));
      case 3 -> // a pull's answer has a checksum
          strike(network, Relay.PULL, Trouble.BIT_FLIPPED, new Fault.BitFlipped());
      default ->
          strike(
              network,
              path,
              Trouble.SERVER_BUSY,
              new Fault.Answered(503, "application/problem+json", "{\"status\":503}"));
    }
  }

  private void strike(Relay network, String path, Trouble trouble, Fault fault) {
    count(trouble);
    network.next(path, fault);
  }
}
