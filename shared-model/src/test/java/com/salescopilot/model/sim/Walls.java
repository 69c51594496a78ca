package com.salescopilot.model.sim;

import com.salescopilot.model.entity.Doc;
import com.salescopilot.model.protocol.PullLine;
import com.salescopilot.model.server.LogEntry;
import com.salescopilot.model.sync.Actor;
import com.salescopilot.model.value.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Every text of a workspace holds its canary, every private text that of its person. Nobody ever
/// gets another one's, nor anything once they were removed.
final class Walls {
  private final World world;
  private final Map<Person, List<String>> strange = new HashMap<>();

  Walls(World world) {
    this.world = world;
  }

  void taken(Machine machine, Page page) {
    List<String> others = strange(machine.person());
    for (PullLine line : page.content().lines()) {
      if (line instanceof PullLine.Row(Doc row)) {
        row.fields().values().forEach(value -> look(machine, value, others));
      }
    }
  }

  /// Who was removed is shown nothing.
  void shown(Space space, Person person) {
    if (space.removed.containsKey(person.user())) {
      throw new Broken(Oracle.WALLS, person.user() + " was removed, and reads on");
    }
  }

  /// And nothing of theirs is taken.
  void atRest(Space space) {
    space.removed.forEach(
        (user, at) -> {
          for (LogEntry entry : space.log.subList(at, space.log.size())) {
            if (entry.stamp().actor() instanceof Actor.Member member
                && member.user().equals(user)) {
              throw new Broken(Oracle.WALLS, user + " was removed, and writes " + entry);
            }
          }
        });
  }

  void sent(Machine machine, CharSequence bytes) {
    look(machine, Value.text(bytes.toString()), strange(machine.person()));
  }

  private List<String> strange(Person person) {
    return strange.computeIfAbsent(person, this::canariesOfOthers);
  }

  private List<String> canariesOfOthers(Person person) {
    List<String> strange = new ArrayList<>();
    for (Space space : world.spaces()) {
      if (space != person.space()) {
        strange.add(space.canary);
      }
    }
    for (Person other : world.people()) {
      if (!other.user().equals(person.user())) {
        strange.add(other.canary());
      }
    }
    return strange;
  }

  private static void look(Machine machine, Value value, List<String> strange) {
    switch (value) {
      case Value.Text(String text) -> {
        for (String canary : strange) {
          if (text.contains(canary)) {
            throw new Broken(Oracle.WALLS, "client " + machine.number() + " was sent " + canary);
          }
        }
      }
      case Value.Fields fields ->
          fields.members().values().forEach(member -> look(machine, member, strange));
      case Value.Items items -> items.values().forEach(item -> look(machine, item, strange));
      case Value.Whole _, Value.Decimal _, Value.Flag _ -> {}
    }
  }
}
