package com.salescopilot.server.auth;

import com.salescopilot.server.keys.MasterKeys;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/// Marks for devices that signed in to an account, so that they can be told from a stranger's.
///
/// A mark is a random name with a MAC over name and account: nothing has to be stored, and it opens
/// nothing by itself.
final class Devices {
  private static final String INFO = "device";
  private static final int NAME = 16;
  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{22}\\.[A-Za-z0-9_-]{43}");

  private final MasterKeys keys;
  private final RandomGenerator random;

  Devices(MasterKeys keys, RandomGenerator random) {
    this.keys = keys;
    this.random = random;
  }

  /// A mark for a new device.
  String issue(String account) {
    byte[] bytes = new byte[NAME];
    random.nextBytes(bytes);
    String name = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    return name + "." + mac(keys.derive(INFO), name, account);
  }

  /// The name of the device, if the mark is one of ours for this account; else empty.
  String known(String account, Optional<String> mark) {
    return mark.filter(text -> FORM.matcher(text).matches())
        .filter(text -> opens(account, text))
        .map(text -> text.substring(0, text.indexOf('.')))
        .orElse("");
  }

  private boolean opens(String account, String mark) {
    int dot = mark.indexOf('.');
    byte[] given = mark.substring(dot + 1).getBytes(StandardCharsets.US_ASCII);
    return keys.all(INFO).stream()
        .map(key -> mac(key, mark.substring(0, dot), account))
        .anyMatch(mac -> MessageDigest.isEqual(mac.getBytes(StandardCharsets.US_ASCII), given));
  }

  private static String mac(byte[] key, String name, String account) {
    byte[] message = (name + '\n' + account).getBytes(StandardCharsets.UTF_8);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(Passwords.hmac(key, message));
  }
}
