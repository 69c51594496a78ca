package com.salescopilot.model.sim;

import com.salescopilot.model.entity.Doc;
import com.salescopilot.model.entity.Entity;
import com.salescopilot.model.entity.RowJson;
import com.salescopilot.model.entity.RowKey;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/// After quiet every client's rows are the server's, byte for byte in the form of a dump.
final class Converged {
  private final World world;

  Converged(World world) {
    this.world = world;
  }

  void atRest() {
    Map<Person, Map<RowKey, Doc>> servers = new HashMap<>();
    for (Person person : world.people()) {
      Map<RowKey, Doc> rows = new HashMap<>();
      person
          .space()
          .synced
          .forEach(
              (key, row) -> {
                if (person.space().maySee(key, person.user())) {
                  rows.put(key, row);
                }
              });
      servers.put(person, rows);
    }
    for (Machine machine : world.members()) {
      Map<RowKey, Doc> server = known(machine, servers);
      Map<RowKey, Doc> client = rows(machine.disk());
      if (!client.equals(server)) {
        throw new Broken(
            Oracle.CONVERGED,
            "client "
                + machine.number()
                + " has "
                + without(client, server)
                + " for "
                + without(server, client));
      }
    }
    if (world.weather().wire()) {
      world.members().forEach(machine -> dumps(machine, servers));
    }
  }

  private static Map<RowKey, Doc> known(Machine machine, Map<Person, Map<RowKey, Doc>> servers) {
    Map<RowKey, Doc> server = servers.getOrDefault(machine.person(), Map.of());
    if (!machine.isOld()) {
      return server;
    }
    Map<RowKey, Doc> known = new HashMap<>();
    server.forEach((key, row) -> known.put(key, OldSchema.of(row)));
    return known;
  }

  /// Equal rows have equal lines; looked at in the runs that speak in bytes.
  private void dumps(Machine machine, Map<Person, Map<RowKey, Doc>> servers) {
    List<String> client = dump(rows(machine.disk()));
    List<String> server = dump(known(machine, servers));
    world.trace(client.hashCode());
    if (!client.equals(server)) {
      throw new Broken(Oracle.CONVERGED, "client " + machine.number() + " has another dump");
    }
  }

  private static List<String> dump(Map<RowKey, Doc> rows) {
    return rows.values().stream().map(RowJson::line).sorted().toList();
  }

  private static Map<RowKey, Doc> rows(Disk disk) {
    Map<RowKey, Doc> rows = new HashMap<>();
    for (Entity entity : Entity.values()) {
      disk.rows(entity).forEach(row -> rows.put(row.key(), row));
    }
    return rows;
  }

  private static List<Doc> without(Map<RowKey, Doc> rows, Map<RowKey, Doc> others) {
    return new TreeSet<>(rows.keySet())
        .stream()
            .map(rows::get)
            .filter(row -> row != null && !row.equals(others.get(row.key())))
            .limit(3)
            .toList();
  }
}
