package com.salescopilot.fuzz;

import java.lang.reflect.Constructor;

/// What Jazzer calls, in its own process: one target, named by the property `fuzz.target`.
public final class Hunted {
  private static final Fuzzed TARGET = target(System.getProperty("fuzz.target", ""));

  private Hunted() {}

  /// Jazzer's entry, which goes by this name.
  public static void fuzzerTestOneInput(byte[] input) {
    TARGET.attack(input);
  }

  private static Fuzzed target(String name) {
    try {
      Constructor<?> constructor = Class.forName(name).getDeclaredConstructor();
      constructor.setAccessible(true);
      return (Fuzzed) constructor.newInstance();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("there is no target " + name, e);
    }
  }
}
