package com.salescopilot.desktop.storm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.salescopilot.desktop.network.Relay;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// Two people with six machines, and all that goes wrong between them and the servers, drawn from
/// one seed. Threads and processes are real, so a seed draws what happens and not when.
final class Storm implements AutoCloseable {
  private static final Duration CALM = Duration.ofSeconds(90);
  private static final int MOST_MACHINES = 8;

  private final Random random;
  private final Path scratch;
  private final TwoServers servers;
  private final Weather weather;
  private final List<Member> members = List.of(Member.named("ana"), Member.named("ben"));
  private final List<Machine> machines = new ArrayList<>();
  private final List<Relay> networks = new ArrayList<>();
  private final Map<Member, String> workspaces = new HashMap<>();

  Storm(long seed, Path scratch, TwoServers servers) {
    this.random = new Random(seed);
    this.scratch = scratch;
    this.servers = servers;
    this.weather = new Weather(random);
    for (int i : new int[] {0, 0, 0, 0, 1, 1}) {
      Machine machine = machine(members.get(i));
      if (workspaces.containsKey(machine.member())) {
        machine.signIn();
      } else {
        workspaces.put(machine.member(), machine.signUp());
      }
      machines.add(machine);
    }
  }

  private Machine machine(Member member) {
    try {
      Relay network = new Relay(servers::next);
      networks.add(network);
      return Machine.of(member, scratch, network, random, weather);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Map<Trouble, Integer> counts() {
    return weather.counts();
  }

  int acknowledged() {
    return members.stream().mapToInt(member -> member.ledger().acknowledged()).sum();
  }

  void rage(int steps) {
    int killAt = random.nextInt(steps);
    for (int step = 0; step < steps; step++) {
      Machine machine = machines.get(random.nextInt(machines.size()));
      if (step == killAt) {
        weather.count(Trouble.SERVER_KILLED);
        servers.kill(random.nextInt(2));
      }
      int what = random.nextInt(100);
      if (what < 60) {
        machine.edit();
      } else if (what < 72) {
        boolean _ = machine.sync();
      } else if (what < 76) {
        machine.goOffline();
      } else if (what < 80) {
        machine.goOnline();
      } else if (what < 93) {
        weather.strike(machine.network());
      } else {
        accident(machine);
      }
    }
  }

  /// Somebody works offline, and their files are gone without a word.
  void loseAnEdit() {
    Machine machine = machines.getFirst();
    machine.goOffline();
    machine.prospect();
    machine.loseBoth();
  }

  private void accident(Machine machine) {
    switch (random.nextInt(7)) {
      case 0 -> machine.restart();
      case 1 -> machine.crash();
      case 2 -> machine.backUp();
      case 3 -> machine.restore();
      case 4 -> machine.lose(Trouble.DATABASE_DELETED);
      case 5 -> machine.lose(Trouble.JOURNAL_DELETED);
      default -> {
        if (machines.size() < MOST_MACHINES) {
          machines.add(machine.copyAs(random));
        }
      }
    }
  }

  /// Everything works again: all come in step, and what was acknowledged is there once.
  void calm(ServerLog log) {
    servers.awaitBoth();
    networks.forEach(Relay::heal);
    machines.forEach(Machine::goOnline);
    await().atMost(CALM).pollInSameThread().untilAsserted(this::assertInStep);
    for (Member member : members) {
      String workspace = workspaces.getOrDefault(member, "");
      assertThat(member.ledger().missing(log.of(workspace)))
          .as("acknowledged edits that no server has")
          .isEmpty();
    }
  }

  private void assertInStep() {
    for (Machine machine : machines) {
      assertThat(machine.sync()).as("the outbox is empty").isTrue();
    }
    for (Member member : members) {
      try (Machine fresh = machine(member)) {
        fresh.signIn();
        assertThat(fresh.sync()).isTrue();
        List<String> servers = fresh.dump();
        for (Machine machine : machines) {
          if (machine.member().equals(member)) {
            assertThat(machine.dump()).isEqualTo(servers);
          } else {
            assertThat(machine.dump()).noneMatch(line -> line.contains(member.canary()));
          }
        }
        assertThat(fresh.rows("prospect"))
            .extracting(row -> row.path("email").asText())
            .as("two that were one address are one prospect")
            .doesNotHaveDuplicates();
      }
    }
  }

  @Override
  public void close() {
    machines.forEach(Machine::close);
    networks.forEach(Relay::close);
  }
}
