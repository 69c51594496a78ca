package com.salescopilot.desktop.storm;

import com.fasterxml.jackson.databind.JsonNode;
import com.salescopilot.desktop.headless.Console;
import com.salescopilot.desktop.network.Relay;
import com.salescopilot.desktop.network.TestServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;

/// A client of somebody, with its files and its own way to the servers.
final class Machine implements AutoCloseable {
  private final Member member;
  private final Path scratch;
  private final Relay network;
  private final Typing typing;
  private final Weather weather;
  private final Console.Clock clock = new Console.Clock();
  private Path files;
  private Optional<Path> backup = Optional.empty();
  private Console client;
  private boolean online;

  private Machine(
      Member member, Path scratch, Relay network, Random random, Weather weather, Path files) {
    this.member = member;
    this.scratch = scratch;
    this.network = network;
    this.weather = weather;
    this.typing = new Typing(random, member.canary());
    this.files = files;
    this.client = Console.start(files, clock);
  }

  static Machine of(Member member, Path scratch, Relay network, Random random, Weather weather) {
    Path files = scratch.resolve(member.canary() + "-" + UUID.randomUUID());
    return new Machine(member, scratch, network, random, weather, files);
  }

  Member member() {
    return member;
  }

  Relay network() {
    return network;
  }

  /// Makes the account, and answers with the workspace's id.
  String signUp() {
    online = true;
    return client.done(who("signup")).path("workspaceId").asText();
  }

  void signIn() {
    online = client.ask(who("login")).has("ok");
  }

  private String who(String command) {
    return "{'cmd':'%s','server':'%s','email':'%s','password':'%s'}"
        .formatted(command, network.address(), member.email(), TestServer.PASSWORD);
  }

  void edit() {
    Optional<String> command = typing.command(client);
    if (command.isEmpty()) {
      return;
    }
    List<String> before = waiting();
    JsonNode answer = client.ask(command.get());
    if (!answer.has("ack")) {
      return;
    }
    List<String> after = waiting();
    if (!before.isEmpty() && !after.contains(before.getLast())) {
      // confirmed in between, and in the log; or the new one stands for both
      member.ledger().excuse(List.of(before.getLast()));
    }
    member.ledger().acknowledged(answer.path("ack").asText(), command.get());
  }

  void prospect() {
    String command = "{'cmd':'create','entity':'prospect','fields':{'email':'lost@b.io'}}";
    member.ledger().acknowledged(client.done(command).path("ack").asText(), command);
  }

  private List<String> waiting() {
    return client.outbox().stream().map(entry -> entry.path("id").asText()).toList();
  }

  /// Pushes and pulls; says whether nothing is left to do.
  boolean sync() {
    if (!online) {
      signIn();
    }
    JsonNode answer = client.ask("{'cmd':'sync'}");
    return answer.has("ok") && waiting().isEmpty();
  }

  void goOffline() {
    weather.count(Trouble.OFFLINE);
    client.done("{'cmd':'go-offline'}");
  }

  void goOnline() {
    client.done("{'cmd':'go-online'}");
    if (!online) {
      signIn();
    }
  }

  void restart() {
    weather.count(Trouble.CLIENT_STOPPED);
    client.close();
    open(files);
  }

  /// It stops, and what a crash would leave behind is all there is.
  void crash() {
    weather.count(Trouble.CLIENT_CRASHED);
    Path left = copy();
    client.close();
    open(left);
  }

  /// A copy of its files goes on as a machine of its own.
  Machine copyAs(Random random) {
    weather.count(Trouble.CLIENT_CLONED);
    return new Machine(member, scratch, network, random, weather, copy());
  }

  void backUp() {
    backup = Optional.of(copy());
  }

  /// The older files come back; what only the newer ones had is gone.
  void restore() {
    if (backup.isPresent()) {
      weather.count(Trouble.CLIENT_RESTORED);
      member.ledger().excuse(waiting());
      client.close();
      open(backup.get());
      backup = Optional.empty();
    }
  }

  void lose(Trouble which) {
    weather.count(which);
    client.close();
    String suffix = which == Trouble.DATABASE_DELETED ? ".db" : ".journal";
    try (Stream<Path> stores = Files.list(files.resolve("stores"))) {
      for (Path file : stores.toList()) {
        if (file.getFileName().toString().contains(suffix)) {
          Files.delete(file);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    open(files);
  }

  void loseBoth() {
    client.close();
    open(scratch.resolve("empty-" + UUID.randomUUID()));
  }

  private void open(Path directory) {
    files = directory;
    client = Console.start(directory, clock);
    online = false;
  }

  /// Nothing is written meanwhile.
  private Path copy() {
    client.done("{'cmd':'go-offline'}");
    return client.crashed();
  }

  List<String> dump() {
    return client.dump();
  }

  List<JsonNode> rows(String entity) {
    return client
        .done("{'cmd':'list','entity':'" + entity + "'}")
        .path("items")
        .valueStream()
        .toList();
  }

  @Override
  public void close() {
    client.close();
  }
}
