package com.salescopilot.server;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// What the server can be told to do on its command line.
enum Command {
  SERVE("serve", "runs the server (the default)"),
  MIGRATE("migrate", "brings the database to this version, then ends"),
  RELEASE_SENDS("release-sends", "lets the mails go that a restore has frozen, and lists them"),
  ROTATE_KEYS("rotate-keys", "puts a new master key before the others, also beside a server"),
  DEMO("demo", "runs the server in a scratch directory, with a mailbox for testing and a sample"),
  DEMO_DATA("demo-data", "adds the sample workspace to the database, then ends");

  /// Exit codes: what a script may rely on.
  static final int FAILED = 1;

  static final int USAGE = 2;
  static final int REFUSED = 3;

  private final String word;
  private final String meaning;

  Command(String word, String meaning) {
    this.word = word;
    this.meaning = meaning;
  }

  /// The command that the words say; empty if they say none that is known.
  static Optional<Command> parse(List<String> words) {
    if (words.isEmpty()) {
      return Optional.of(SERVE);
    }
    return words.size() == 1
        ? Arrays.stream(values()).filter(c -> c.word.equals(words.getFirst())).findFirst()
        : Optional.empty();
  }

  static String usage() {
    return Arrays.stream(values())
        .map(command -> "  %-13s %s".formatted(command.word, command.meaning))
        .collect(
            Collectors.joining(
                System.lineSeparator(),
                "usage: java -jar sync-server.jar [command]" + System.lineSeparator(),
                System.lineSeparator() + "Settings come from the environment: see the README."));
  }
}
