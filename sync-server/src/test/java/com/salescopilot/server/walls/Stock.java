package com.salescopilot.server.walls;

import java.util.HashMap;
import java.util.Map;

/// Good calls of one tenant that wait to be spoilt. Making one takes up to four requests, as it
/// names something that has to be there; a spoilt one is mostly refused and changes nothing, so
/// what it names serves the next as well.
final class Stock {
  private static final int MOST_USES = 20;

  private final Tenant tenant;
  private final Map<Sample, Made> made = new HashMap<>();

  Stock(Tenant tenant) {
    this.tenant = tenant;
  }

  private record Made(Call call, int uses) {}

  /// A call that would succeed.
  Call take(Sample sample) {
    Made there = made.get(sample);
    if (there == null || there.uses() == MOST_USES) {
      there = new Made(sample.call().apply(tenant), 0);
    }
    made.put(sample, new Made(there.call(), there.uses() + 1));
    return there.call();
  }

  /// Hears what became of a call that was made of the one taken.
  void answered(Sample sample, Call spoilt, Reply reply) {
    boolean reads = spoilt.method().equals("GET") || spoilt.method().equals("HEAD");
    if (reply.status() < 400 && !reads) {
      made.remove(sample);
    }
  }
}
