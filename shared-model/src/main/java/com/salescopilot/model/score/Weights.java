package com.salescopilot.model.score;

import com.salescopilot.model.value.CanonicalJson;
import com.salescopilot.model.value.Value;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// What each check is worth in a workspace.
///
/// @param points of every check, none negative; a check worth nothing is shown and does not count
public record Weights(Map<CheckId, Integer> points) {
  private static final int MOST = 100;
  private static final int HASH_BYTES = 4;

  /// The weights of `sc-1`.
  public static final Weights STANDARD = with(Map.of());

  public Weights {
    points = Map.copyOf(points);
    if (points.size() != CheckId.values().length
        || points.values().stream().anyMatch(max -> max < 0 || max > MOST)) {
      throw new IllegalArgumentException("each check is worth 0 to 100 points");
    }
  }

  /// The standard weights with some of them changed.
  public static Weights with(Map<CheckId, Integer> changed) {
    Map<CheckId, Integer> points = new EnumMap<>(CheckId.class);
    for (CheckId check : CheckId.values()) {
      points.put(check, changed.getOrDefault(check, check.max()));
    }
    return new Weights(points);
  }

  /// What a check is worth.
  public int of(CheckId check) {
    return points.getOrDefault(check, check.max());
  }

  /// `sc-1`, or for other weights `sc-1+` and eight digits that name them.
  public String model() {
    return equals(with(Map.of())) ? "sc-1" : "sc-1+" + hash();
  }

  /// The points by the names of checks.
  Value.Fields value() {
    SortedMap<String, Value> members = new TreeMap<>();
    points.forEach((check, max) -> members.put(check.id(), Value.whole(max)));
    return new Value.Fields(members);
  }

  private String hash() {
    byte[] text = CanonicalJson.of(value()).getBytes(StandardCharsets.UTF_8);
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(text);
      return HexFormat.of().formatHex(digest, 0, HASH_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
