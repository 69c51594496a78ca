package com.salescopilot.server.walls;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Judges what an attacker learnt and did: no text, id or address of the victim may reach it, no
/// row of the victim may change, and what is the victim's must look like what is not there.
final class Oracle {
  private static final Set<String> UNTOLD = Set.of("date", "x-request-id", "content-length");

  /// What differs between any two answers, and what stands for it.
  private record Blur(Pattern pattern, String by) {
    Blur(String regex, String by) {
      this(Pattern.compile(regex), by);
    }
  }

  private static final List<Blur> BLURS =
      List.of(
          new Blur("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}", "«id»"),
          new Blur("key-[0-9a-f]{8}-n\\d+", "«key»"),
          new Blur("p-n\\d+@", "«new»@"),
          new Blur("\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z", "«time»"),
          new Blur("\\b[0-9a-f]{32}\\b", "«hash»"),
          new Blur("\\b[0-9A-Z]{4}(?:-[0-9A-Z]{4}){2}\\b", "«code»"),
          new Blur("(\"(?:token|refreshToken|device|secret)\":)\"[^\"]*\"", "$1«token»"),
          new Blur("\"(rev|seq|latencyMs)\":\\d+", "\"$1\":«n»"));

  private final Superuser superuser;
  private final Tenant victim;
  private final Set<String> secrets;
  private final SortedMap<String, String> before;

  /// Looks at the victim as it is now.
  Oracle(Superuser superuser, Tenant victim, Tenant attacker) {
    this.superuser = superuser;
    this.victim = victim;
    this.before = superuser.dump(victim.workspace());
    this.secrets = new HashSet<>(Traces.in(before.toString()));
    secrets.removeAll(Traces.in(superuser.dump(attacker.workspace()).toString()));
  }

  /// How many ids and addresses would give the victim away.
  int secrets() {
    return secrets.size();
  }

  /// What an answer gives away of the victim.
  List<String> leaks(Tenant attacker, Call call, Reply reply) {
    List<String> leaks = new ArrayList<>();
    String text = reply.text();
    if (text.contains(victim.canary) && !call.text().contains(victim.canary)) {
      leaks.add("a text of the other workspace in the answer to " + call + ": " + reply.body());
    }
    for (String trace : Traces.in(text)) {
      if (secrets.contains(trace) && !attacker.said().contains(trace)) {
        leaks.add(trace + " of the other workspace in the answer to " + call);
      }
    }
    return leaks;
  }

  /// What changed of the victim's rows since the last look.
  List<String> changes() {
    List<String> changes = new ArrayList<>();
    Map<String, String> now = superuser.dump(victim.workspace());
    before.forEach(
        (table, rows) -> {
          String then = now.getOrDefault(table, "");
          if (!rows.equals(then)) {
            Set<String> lines = then.lines().collect(Collectors.toCollection(TreeSet::new));
            rows.lines().forEach(lines::remove);
            changes.add("rows of " + table + " changed, they have now " + lines);
          }
        });
    before.putAll(now);
    return changes;
  }

  /// Everything of an answer but what differs between any two requests.
  static String shape(Reply reply, String named) {
    SortedMap<String, String> headers = new TreeMap<>();
    reply
        .headers()
        .forEach(
            (name, values) -> {
              if (!UNTOLD.contains(name.toLowerCase(Locale.ROOT))) {
                headers.put(name, name.equals("etag") ? "a rev" : values.toString());
              }
            });
    // what is packed is looked at by DeletedWorkspaceTest
    boolean packed = reply.header("content-type").orElse("").endsWith("/zip");
    String body = (packed ? "«zip»" : reply.body()).replace(named, "«named»");
    for (Blur blur : BLURS) {
      body = blur.pattern.matcher(body).replaceAll(blur.by);
    }
    return reply.status() + " " + headers + " " + body;
  }
}
