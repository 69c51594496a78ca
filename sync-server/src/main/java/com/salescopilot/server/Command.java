package com.salescopilot.server;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// What the server can be told to do on its command line.
enum Command {
  SERVE("serve", "runs the server (the default)"),
  MIGRATE("migrate", "brings the database to this version, then ends"),
  RELEASE_SENDS("release-sends", "lets the mails go that a restore has frozen, and lists them"),
  ROTATE_KEYS("rotate-keys", "puts a new master key before the others, also beside a server"),
  BACKUP("backup", "copies the database into FILE, also beside a server"),
  RESTORE("restore", "puts FILE back, the server stopped (--replace: in place of what is there)"),
  VERIFY("verify", "reads FILE from end to end and tries the key; without FILE, the database"),
  DEMO("demo", "runs the server in a scratch directory, with a mailbox for testing and a sample"),
  DEMO_DATA("demo-data", "adds the sample workspace to the database, then ends");

  /// Exit codes: what a script may rely on.
  static final int FAILED = 1;

  /// Of [#RESTORE]: what is there makes way.
  static final String REPLACE = "--replace";

  static final int USAGE = 2;
  static final int REFUSED = 3;

  private final String word;
  private final String meaning;

  Command(String word, String meaning) {
    this.word = word;
    this.meaning = meaning;
  }

  /// A command with what it needs to know.
  ///
  /// @param file empty: it needs none
  record Order(Command command, Optional<Path> file, Set<String> options) {
    Order {
      options = Set.copyOf(options);
    }
  }

  /// What the words say; empty if that is nothing that is known.
  static Optional<Order> parse(List<String> words) {
    if (words.isEmpty()) {
      return Optional.of(new Order(SERVE, Optional.empty(), Set.of()));
    }
    Optional<Command> command =
        Arrays.stream(values()).filter(c -> c.word.equals(words.getFirst())).findFirst();
    Set<String> options =
        words.stream().skip(1).filter(w -> w.startsWith("--")).collect(Collectors.toSet());
    List<String> files = words.stream().skip(1).filter(w -> !w.startsWith("--")).toList();
    return command
        .filter(c -> c.takes(files.size()) && c.options().containsAll(options))
        .map(c -> new Order(c, files.stream().findFirst().map(Path::of), options));
  }

  private boolean takes(int files) {
    return switch (this) {
      case BACKUP, RESTORE -> files == 1;
      case VERIFY -> files <= 1;
      case SERVE, MIGRATE, RELEASE_SENDS, ROTATE_KEYS, DEMO, DEMO_DATA -> files == 0;
    };
  }

  private Set<String> options() {
    return this == RESTORE ? Set.of(REPLACE) : Set.of();
  }

  static String usage() {
    return Arrays.stream(values())
        .map(command -> "  %-13s %s".formatted(command.word, command.meaning))
        .collect(
            Collectors.joining(
                System.lineSeparator(),
                "usage: java -jar sync-server.jar [command] [FILE]" + System.lineSeparator(),
                System.lineSeparator() + "Settings come from the environment: see the README."));
  }
}
