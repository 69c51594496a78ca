package com.salescopilot.desktop.speed;

import java.lang.management.ManagementFactory;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.management.JMException;
import javax.management.ObjectName;

/// How many objects of each class of ours, and of the scene graph's, are reachable.
record Heap(Map<String, Long> counts) {
  private static final Pattern LINE = Pattern.compile("\\s*\\d+:\\s+(\\d+)\\s+\\d+\\s+(\\S+).*");
  private static final Pattern COUNTED =
      Pattern.compile("(com\\.salescopilot|javafx\\.scene|org\\.fxmisc)\\..*");

  Heap {
    counts = Map.copyOf(counts);
  }

  /// What is there now; what nobody reaches is collected first.
  static Heap now() {
    Map<String, Long> counts = new HashMap<>();
    for (String line : histogram().lines().toList()) {
      Matcher found = LINE.matcher(line);
      if (found.matches() && COUNTED.matcher(found.group(2)).matches()) {
        counts.merge(found.group(2), Long.parseLong(found.group(1)), Long::sum);
      }
    }
    return new Heap(counts);
  }

  /// The classes of which there are so many more now than before.
  Map<String, Long> grown(Heap before, long by) {
    Map<String, Long> grown = new TreeMap<>();
    counts.forEach(
        (name, count) -> {
          long more = count - before.counts().getOrDefault(name, 0L);
          if (more >= by) {
            grown.put(name, more);
          }
        });
    return grown;
  }

  private static String histogram() {
    try {
      return (String)
          ManagementFactory.getPlatformMBeanServer()
              .invoke(
                  new ObjectName("com.sun.management:type=DiagnosticCommand"),
                  "gcClassHistogram",
                  new Object[] {new String[0]},
                  new String[] {String[].class.getName()});
    } catch (JMException e) {
      throw new IllegalStateException(e);
    }
  }
}
