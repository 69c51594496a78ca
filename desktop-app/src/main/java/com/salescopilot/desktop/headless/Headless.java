package com.salescopilot.desktop.headless;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.salescopilot.desktop.desk.Desk;
import com.salescopilot.desktop.desk.DeskRefused;
import com.salescopilot.desktop.remote.RemoteException;
import com.salescopilot.desktop.store.Profile;
import com.salescopilot.desktop.store.StoreException;
import com.salescopilot.model.client.RefusedException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/// Reads commands and answers them, one JSON object a line, in order. The table of commands is the
/// run contract's; anything refused is answered with `{"error":{"code","detail"}}`.
public final class Headless implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(Headless.class.getName());

  private final Desk desk;
  private final Map<String, Function<Input, ObjectNode>> commands;

  /// Takes up the last account of a profile.
  ///
  /// @param ids makes the ids of rows and mutations
  /// @param random spreads the attempts after failures
  /// @param usualServer the address that is used where none is given and none is remembered
  public Headless(
      Profile profile,
      InstantSource clock,
      Supplier<UUID> ids,
      RandomGenerator random,
      Optional<String> usualServer) {
    desk = new Desk(profile, clock, ids, random);
    Connecting connecting = new Connecting(desk, usualServer);
    Edits edits = new Edits(desk);
    Views views = new Views(desk);
    commands =
        Map.ofEntries(
            Map.entry("signup", connecting::signUp),
            Map.entry("login", connecting::logIn),
            Map.entry("sync", connecting::sync),
            Map.entry("go-offline", connecting::goOffline),
            Map.entry("go-online", connecting::goOnline),
            Map.entry("create", edits::create),
            Map.entry("patch", edits::patch),
            Map.entry("delete", edits::delete),
            Map.entry("command", edits::command),
            Map.entry("send", edits::send),
            Map.entry("get", views::get),
            Map.entry("list", views::list),
            Map.entry("outbox", views::outbox),
            Map.entry("conflicts", views::conflicts),
            Map.entry("dump", views::dump));
  }

  /// Answers every line until the input ends.
  public void run(BufferedReader in, PrintStream out) throws IOException {
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      if (!line.isBlank()) {
        out.print(answer(line) + "\n");
        out.flush();
      }
    }
  }

  /// The answer to one line.
  String answer(String line) {
    try {
      Input in = Input.parse(line);
      Function<Input, ObjectNode> command = commands.get(in.command());
      if (command == null) {
        throw DeskRefused.invalid("There is no such command.");
      }
      return command.apply(in).toString();
    } catch (RuntimeException e) {
      return refusal(e).toString();
    }
  }

  private static ObjectNode refusal(RuntimeException e) {
    return switch (e) {
      case DeskRefused refused -> Json.error(refused.code(), sentence(refused));
      case RefusedException refused ->
          Json.error(refused.reason().code().name(), refused.reason().detail());
      case RemoteException remote -> Json.error(remote.code(), sentence(remote));
      case StoreException store -> Json.error(store.code(), sentence(store));
      case IllegalArgumentException invalid -> Json.error("INVALID", sentence(invalid));
      default -> {
        LOG.log(System.Logger.Level.ERROR, "a command failed", e);
        yield Json.error("INTERNAL", "Something went wrong here; it is in the log.");
      }
    };
  }

  private static String sentence(RuntimeException e) {
    String message = String.valueOf(e.getMessage());
    String capital = message.substring(0, 1).toUpperCase(Locale.ROOT) + message.substring(1);
    return capital.endsWith(".") ? capital : capital + ".";
  }

  @Override
  public void close() {
    desk.close();
  }
}
