package com.salescopilot.server.keys;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;

/// Master keys that are in no file.
public final class TestKeys {
  private TestKeys() {}

  /// Keys of these ids, the active one first; an id always has the same key.
  public static MasterKeys of(String... kids) {
    Map<String, byte[]> masters = new LinkedHashMap<>();
    for (String kid : kids) {
      byte[] key = new byte[MasterKeys.BYTES];
      new Random(kid.hashCode()).nextBytes(key);
      masters.put(kid, key);
    }
    return new MasterKeys(masters);
  }
}
