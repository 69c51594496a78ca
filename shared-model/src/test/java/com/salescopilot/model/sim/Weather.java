package com.salescopilot.model.sim;

/// How bad a run is, by kinds of fault, in times per thousand. Every seed has a weather of its own:
/// a run in which everything fails at once never gets far enough to meet the rare.
record Weather(
    int dropped,
    int doubled,
    int slow,
    int cut,
    int crashes,
    int diskFull,
    int serverCrashes,
    int partitions,
    int clocks,
    int copies,
    int collections,
    int losses,
    int removals,
    int restores,
    boolean oldClients,
    boolean wire) {
  /// Every so many runs speak in the bytes of the wire; the others hand over what the bytes say.
  private static final int WIRE = 6;

  static Weather of(long seed) {
    Dice dice = new Dice();
    dice.throwAnew(~seed);
    return new Weather(
        one(dice, 120),
        one(dice, 120),
        one(dice, 150),
        one(dice, 200),
        one(dice, 60),
        one(dice, 60),
        one(dice, 60),
        one(dice, 12),
        one(dice, 20),
        one(dice, 16),
        one(dice, 24),
        one(dice, 16),
        dice.oneIn(4) ? 20 : 0,
        dice.oneIn(3) ? 20 : 0,
        dice.oneIn(4),
        dice.oneIn(WIRE));
  }

  /// After the storm.
  static Weather calm(boolean wire) {
    return new Weather(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, false, wire);
  }

  private static int one(Dice dice, int most) {
    return dice.oneIn(3) ? 0 : dice.below(most) + 1;
  }
}
