package com.salescopilot.server.keys;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.KDF;
import javax.crypto.spec.HKDFParameterSpec;

/// The master keys, newest first; every other key of the server is derived from one of them.
///
/// Derivation is HKDF-SHA256 with an info text for each purpose, so a key of one purpose says
/// nothing about another, and a new master key replaces all of them.
public final class MasterKeys {
  /// Bytes of a master key and of every derived key.
  public static final int BYTES = 32;

  private final Map<String, byte[]> masters;
  private final Map<String, byte[]> derived = new ConcurrentHashMap<>();

  /// Keys by their id, the active one first.
  MasterKeys(Map<String, byte[]> masters) {
    if (masters.isEmpty()) {
      throw new IllegalArgumentException("There must be one key at least.");
    }
    this.masters = new LinkedHashMap<>(masters);
  }

  /// The id of the key that new things are made with.
  public String active() {
    return masters.keySet().iterator().next();
  }

  /// The ids of all keys, the active one first.
  public List<String> kids() {
    return List.copyOf(masters.keySet());
  }

  /// The active key for a purpose.
  ///
  /// @param info names the purpose, such as `jwt` or `track/open`
  public byte[] derive(String info) {
    return derive(active(), info).orElseThrow();
  }

  /// The key of an id for a purpose; empty if the id is not known.
  public Optional<byte[]> derive(String kid, String info) {
    byte[] master = masters.get(kid);
    return master == null
        ? Optional.empty()
        : Optional.of(derived.computeIfAbsent(kid + '\n' + info, _ -> hkdf(master, info)).clone());
  }

  private static byte[] hkdf(byte[] master, String info) {
    try {
      return KDF.getInstance("HKDF-SHA256")
          .deriveData(
              HKDFParameterSpec.ofExtract()
                  .addIKM(master)
                  .thenExpand(info.getBytes(StandardCharsets.UTF_8), BYTES));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("HKDF-SHA256 is part of every JDK 25", e);
    }
  }
}
