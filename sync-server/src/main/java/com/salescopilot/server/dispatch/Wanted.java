package com.salescopilot.server.dispatch;

import com.salescopilot.model.schedule.Rehearsal.Rates;
import com.salescopilot.server.http.Check;
import org.jspecify.annotations.Nullable;

/// How somebody wants a rehearsal to go.
///
/// @param workspaceId where they think they are; the route has looked whether it is so
record Wanted(@Nullable Integer seed, @Nullable Shares rates, @Nullable String workspaceId) {
  private static final int USUAL_SEED = 1;

  /// Which share of mails brings what.
  record Shares(
      @Nullable Double reply,
      @Nullable Double ooo,
      @Nullable Double bounce,
      @Nullable Double unsubscribe) {}

  long checkedSeed() {
    int value = seed == null ? USUAL_SEED : seed;
    Check check = new Check();
    check.that(value >= 0, "/seed", "must not be negative.");
    check.done();
    return value;
  }

  Rates checkedRates() {
    if (rates == null) {
      return Rates.USUAL;
    }
    Check check = new Check();
    double reply = share(check, "reply", rates.reply(), Rates.USUAL.reply());
    double ooo = share(check, "ooo", rates.ooo(), Rates.USUAL.ooo());
    double bounce = share(check, "bounce", rates.bounce(), Rates.USUAL.bounce());
    double unsubscribe =
        share(check, "unsubscribe", rates.unsubscribe(), Rates.USUAL.unsubscribe());
    check.that(reply + ooo + bounce + unsubscribe <= 1, "/rates", "must together be at most 1.");
    check.done();
    return new Rates(reply, ooo, bounce, unsubscribe);
  }

  private static double share(Check check, String name, @Nullable Double value, double usual) {
    double share = value == null ? usual : value;
    check.that(share >= 0 && share <= 1, "/rates/" + name, "must be from 0 to 1.");
    return share;
  }
}
