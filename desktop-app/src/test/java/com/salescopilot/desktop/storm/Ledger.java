package com.salescopilot.desktop.storm;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What the clients of one person acknowledged: each must be in the server's log in the end.
final class Ledger {
  private final Map<String, String> promised = new LinkedHashMap<>();
  private int acknowledged;

  /// @param mutation its id
  /// @param about what it says, for a message
  void acknowledged(String mutation, String about) {
    acknowledged++;
    promised.put(mutation, about);
  }

  /// A later edit stands for these, or files that had them were replaced by older ones.
  void excuse(Collection<String> mutations) {
    promised.keySet().removeAll(mutations);
  }

  int acknowledged() {
    return acknowledged;
  }

  /// What was acknowledged and never reached the log.
  List<String> missing(Set<String> logged) {
    List<String> missing = new ArrayList<>();
    promised.forEach(
        (mutation, about) -> {
          if (!logged.contains(mutation)) {
            missing.add(mutation + " " + about);
          }
        });
    return missing;
  }
}
