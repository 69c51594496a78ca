package com.salescopilot.server.walls;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// Says of the answer to a bad request whether it is in order. That it is what the contract
/// promises is held by the way it came ([Door]).
final class Judge {
  private static final Pattern INSIDES =
      Pattern.compile(
          "com\\.salescopilot|io\\.helidon|java\\.(?:lang|util|sql|time|io)|jackson|postgresql|PSQL"
              + "|Exception|SQLSTATE|\\bat [a-z]+\\.[a-z]|violates|relation \"",
          Pattern.CASE_INSENSITIVE);

  private static final int LONGEST = 500;
  private static final int MOST_FAULTS = 40;

  private final List<String> faults = new ArrayList<>();
  private final Map<String, Integer> codes = new TreeMap<>();

  /// Judges an answer.
  void judge(String what, Call call, Reply reply) {
    String where = what + ": " + cut(call.toString()) + " -> " + reply.status() + " ";
    if (reply.status() >= 500) {
      fault(where + cut(reply.body()));
    } else if (reply.status() >= 300 && !call.method().equals("HEAD")) {
      refusal(where, reply);
    }
  }

  private void refusal(String where, Reply reply) {
    boolean problem = reply.header("content-type").equals(Optional.of("application/problem+json"));
    if (!problem
        || !reply.code().matches("[A-Z_]+")
        || reply.at("requestId").isEmpty()
        || reply.json().path("status").asInt() != reply.status()) {
      fault(where + "is no problem with code and requestId: " + cut(reply.body()));
      return;
    }
    synchronized (codes) {
      codes.merge(reply.code(), 1, Integer::sum);
    }
    if (INSIDES.matcher(reply.body()).find()) {
      fault(where + "shows its insides: " + cut(reply.body()));
    }
  }

  /// Notes a fault that somebody else saw.
  void fault(String fault) {
    synchronized (faults) {
      if (faults.size() < MOST_FAULTS) {
        faults.add(fault);
      }
    }
  }

  /// Whether it has seen enough.
  boolean isFull() {
    return faults().size() == MOST_FAULTS;
  }

  List<String> faults() {
    synchronized (faults) {
      return List.copyOf(faults);
    }
  }

  /// The codes that were met.
  Set<String> codes() {
    synchronized (codes) {
      return Set.copyOf(codes.keySet());
    }
  }

  @Override
  public String toString() {
    synchronized (codes) {
      return codes.toString();
    }
  }

  static String cut(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
  }
}
