package com.salescopilot.server.walls;

import com.salescopilot.server.walls.Sample.Marks;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;

/// One person against one workspace: every call of every route, with the victim's ids in every
/// slot.
final class Attack {
  private static final int ADDED_IN = 12;
  private static final int READ_IN = 2;
  private static final int SOME = 3;

  /// Where a password is hashed, which takes as long as thirty other requests.
  private static final Pattern HASHING =
      Pattern.compile("POST /api/auth/(signup|login|password)$|DELETE /api/auth/me$");

  /// One of a kind is enough.
  private static final Set<String> DOUBLE = Set.of("enrolled", "sentDraft");

  /// Read alike whatever the operation is, and remembered.
  private static final Set<String> ENVELOPE = Set.of("/device", "/after/id", "/mutations/0/id");

  private final Tenant attacker;
  private final Tenant victim;
  private final Superuser superuser;
  private final Thoroughness thoroughness;
  private final Random random;
  private final Map<String, Tenant> fresh = new HashMap<>();
  private final List<String> faults = new ArrayList<>();
  private final Set<String> reached = new TreeSet<>();
  private int texts;
  private int tried;

  /// How many of the victim's ids are tried in a slot that is read.
  enum Thoroughness {
    EVERY_ID,
    /// The fitting one and a few others.
    SOME_IDS,
    /// One in every other slot that is read, and in some of the others.
    SPOT_CHECK
  }

  Attack(
      Tenant attacker,
      Tenant victim,
      Superuser superuser,
      Thoroughness thoroughness,
      Random random) {
    this.thoroughness = thoroughness;
    this.attacker = attacker;
    this.victim = victim;
    this.superuser = superuser;
    this.random = random;
  }

  List<String> faults() {
    return faults;
  }

  /// The slots that were tried, as [ContractSlots] names them.
  Set<String> reached() {
    return reached;
  }

  /// Tries everything.
  ///
  /// @return how many requests that were
  int everywhere() {
    Oracle oracle = new Oracle(superuser, victim, attacker);
    boolean spot = thoroughness == Thoroughness.SPOT_CHECK;
    for (Sample sample : Samples.all()) {
      Tenant person = person(sample);
      boolean one = sample.route().endsWith("/sync/push") && !sample.what().equals("send");
      for (Slot slot : Slot.of(sample, sample.call().apply(person))) {
        boolean envelope = slot.found() == Slot.Found.ADDED || ENVELOPE.contains(slot.name());
        if (one && envelope) {
          continue; // read before the operation is looked at
        }
        if (passedOver(sample, slot)) {
          continue;
        }
        reached.add(ContractSlots.name(sample.route(), slot.name()));
        for (String value : values(slot)) {
          pair(oracle, person, sample, slot, value);
        }
      }
      if (!spot) {
        oracle.changes().forEach(change -> fault(sample, "the calls", change));
      }
    }
    if (spot) { // reading everything takes long; the thorough round says which call it was
      oracle.changes().forEach(change -> faults.add("the calls of a round: " + change));
    }
    return tried;
  }

  private boolean passedOver(Sample sample, Slot slot) {
    boolean added = slot.found() == Slot.Found.ADDED;
    boolean hashing = HASHING.matcher(sample.route()).find();
    return switch (thoroughness) {
      case EVERY_ID -> false;
      case SOME_IDS -> added && hashing && random.nextInt(READ_IN) > 0;
      case SPOT_CHECK -> hashing || random.nextInt(added ? ADDED_IN : READ_IN) > 0;
    };
  }

  /// What leaves marks is tried by somebody whose marks are in nobody's way.
  private Tenant person(Sample sample) {
    if (sample.marks() == Marks.NONE) {
      return attacker;
    }
    String verb = sample.what().replaceFirst(" .*", "");
    return fresh.computeIfAbsent(verb, _ -> attacker.passerBy());
  }

  private void pair(Oracle oracle, Tenant person, Sample sample, Slot slot, String value) {
    Call foreign = slot.put().into(sample.call().apply(person), value);
    Reply answer = person.send(foreign);
    String one = Oracle.shape(answer, value) + fate(person, sample, foreign);
    String absent = absent(slot);
    Call nowhere = slot.put().into(sample.call().apply(person), absent);
    Reply other = person.send(nowhere);
    tried += 2;
    oracle.leaks(person, foreign, answer).forEach(leak -> fault(sample, slot.name(), leak));
    oracle.leaks(person, nowhere, other).forEach(leak -> fault(sample, slot.name(), leak));
    String two = Oracle.shape(other, absent) + fate(person, sample, nowhere);
    if (!one.equals(two)) {
      fault(sample, slot.name(), foreign + " is told from what is not there:\n" + one + "\n" + two);
    }
  }

  private String fate(Tenant person, Sample sample, Call call) {
    return sample.route().endsWith("/sync/push")
        ? superuser.fate(person.workspace(), call.json().at("/mutations/0/id").asText())
        : "";
  }

  private Set<String> values(Slot slot) {
    return switch (slot.holds()) {
      case ID -> ids(slot);
      case ADDRESS -> Set.of(victim.usedAddress(++texts));
      case ACCOUNT -> Set.of(victim.email());
      case KEY -> Set.of(victim.usedKey(++texts));
      case WORD -> Set.of(victim.canary);
      case MARK -> Set.of(victim.mark());
    };
  }

  /// In a slot that is read every kind of id, or some; in one that is not, one.
  private Set<String> ids(Slot slot) {
    Map<String, String> kinds = new TreeMap<>(victim.ids);
    kinds.keySet().removeAll(DOUBLE);
    List<String> all = List.copyOf(kinds.values());
    boolean read = slot.found() == Slot.Found.THERE && !ENVELOPE.contains(slot.name());
    if (read && thoroughness == Thoroughness.EVERY_ID) {
      return new LinkedHashSet<>(all);
    }
    int wanted = read && thoroughness == Thoroughness.SOME_IDS ? SOME : 1;
    Set<String> some = new LinkedHashSet<>();
    String kind = slot.name().replaceFirst("^.*[/?]", "").replaceFirst("_?[iI]ds?$", "");
    if (victim.ids.containsKey(kind)) {
      some.add(victim.id(kind));
    }
    while (some.size() < wanted) {
      some.add(all.get(random.nextInt(all.size())));
    }
    return some;
  }

  private String absent(Slot slot) {
    return switch (slot.holds()) {
      case ID -> UUID.randomUUID().toString();
      case ADDRESS, ACCOUNT -> "n" + random.nextInt(1 << 30) + "@" + victim.domain;
      case KEY -> "key-%08x-n1".formatted(random.nextInt());
      case WORD -> "Wort" + random.nextInt(1 << 30);
      case MARK -> "A".repeat(22) + "." + "A".repeat(43);
    };
  }

  private void fault(Sample sample, String where, String what) {
    if (faults.size() < 40) {
      faults.add(sample + " at " + where + " by " + attacker + ": " + what);
    }
  }
}
