package com.salescopilot.server.auth;

import com.salescopilot.server.http.AppError;
import com.salescopilot.server.http.Network;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;

/// Slows down who guesses passwords, without locking out the owner of an account.
///
/// Failures count per account and network, per network, and per account for devices that never
/// signed in to it; a known device has a count of its own, which no stranger can raise.
final class Throttle {
  private static final int MOST_KEYS = 100_000;
  private static final int FREE_FAILURES = 5;
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(15);
  private static final Duration HOUR = Duration.ofHours(1);
  private static final int NETWORK_FAILURES = 100;
  private static final int STRANGER_FAILURES = 20;
  private static final int SIGN_UPS = 60;
  private static final int BROWSERS = 120;
  private static final int RESETS = 5;
  private static final int NETWORK_RESETS = 60;

  private final InstantSource clock;
  private final Map<String, Count> counts;

  Throttle(InstantSource clock) {
    this.clock = clock;
    this.counts =
        new LinkedHashMap<>(16, 0.75f, true) {
          private static final long serialVersionUID = 1L;

          @Override
          protected boolean removeEldestEntry(Map.Entry<String, Count> eldest) {
            return size() > MOST_KEYS;
          }
        };
  }

  private record Count(int failures, Instant first, Instant last) {}

  /// Refuses an attempt that comes too early or too often.
  ///
  /// @param account the address that was typed, whether there is such an account or not
  /// @param address where the attempt comes from
  /// @param device a device that signed in to this account before; empty for a stranger
  /// @throws AppError.Limited with the time to wait
  synchronized void check(String account, String address, String device) {
    Instant now = clock.instant();
    Count pair = counts.getOrDefault(pair(account, address, device), new Count(0, now, now));
    if (pair.failures() > FREE_FAILURES) {
      Duration wait = Duration.ofSeconds(1L << Math.min(pair.failures() - FREE_FAILURES - 1, 20));
      refuseUntil(pair.last().plus(wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT), now);
    }
    hourly(network(address), NETWORK_FAILURES, now);
    if (device.isEmpty()) {
      hourly("account " + account, STRANGER_FAILURES, now);
    }
  }

  /// Notes a wrong password.
  ///
  /// @return whether it is the first for which the next has to wait
  synchronized boolean failed(String account, String address, String device) {
    int failures = raise(pair(account, address, device), LONGEST_WAIT.multipliedBy(2));
    raise(network(address), HOUR);
    if (device.isEmpty()) {
      raise("account " + account, HOUR);
    }
    return failures == FREE_FAILURES + 1;
  }

  /// Notes a right password: its pair starts anew.
  synchronized void succeeded(String account, String address, String device) {
    counts.remove(pair(account, address, device));
  }

  /// Counts a sign-up.
  ///
  /// @throws AppError.Limited if there were too many from this network
  synchronized void signUp(String address) {
    String key = "sign-up " + network(address);
    hourly(key, SIGN_UPS, clock.instant());
    raise(key, HOUR);
  }

  /// Counts a browser that is sent to a provider.
  ///
  /// @throws AppError.Limited if there were too many from this network
  synchronized void browser(String address) {
    String key = "browsers " + network(address);
    hourly(key, BROWSERS, clock.instant());
    raise(key, HOUR);
  }

  /// Counts a request for a new password.
  ///
  /// @param account the address that was typed, whether there is such an account or not
  /// @throws AppError.Limited if there were too many for this account or from this network
  synchronized void reset(String account, String address) {
    String one = "reset of " + account;
    String all = "resets " + network(address);
    hourly(one, RESETS, clock.instant());
    hourly(all, NETWORK_RESETS, clock.instant());
    raise(one, HOUR);
    raise(all, HOUR);
  }

  private void hourly(String key, int most, Instant now) {
    Count count = counts.get(key);
    if (count != null && count.failures() >= most && !exempt(key)) {
      refuseUntil(count.first().plus(HOUR), now);
    }
  }

  private int raise(String key, Duration memory) {
    Instant now = clock.instant();
    Count old = counts.get(key);
    Count raised =
        old == null || old.first().plus(memory).isBefore(now)
            ? new Count(1, now, now)
            : new Count(old.failures() + 1, old.first(), now);
    counts.put(key, raised);
    return raised.failures();
  }

  private static void refuseUntil(Instant until, Instant now) {
    if (until.isAfter(now)) {
      throw new AppError.Limited(
          "Too many attempts; wait a little before the next one.", Duration.between(now, until));
    }
  }

  /// One machine's own processes share an address that says nothing about who they are.
  private static boolean exempt(String key) {
    return key.endsWith("network loopback");
  }

  private static String network(String address) {
    try {
      InetAddress parsed = InetAddress.ofLiteral(address);
      return parsed.isLoopbackAddress()
          ? "network loopback"
          : "network " + Network.around(parsed).address().getHostAddress();
    } catch (IllegalArgumentException _) {
      return "network unknown";
    }
  }

  private static String pair(String account, String address, String device) {
    return "pair " + account + ' ' + (device.isEmpty() ? network(address) : "device " + device);
  }
}
