package com.salescopilot.server.sending;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/// A mail server that misbehaves on purpose. It counts how often the whole of a mail arrived, by
/// Message-ID.
final class ScriptedPeer implements AutoCloseable {
  /// Closes the connection instead of an answer.
  static final String CUT = "cut";

  private final ServerSocket server;
  private final Script script;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final Map<String, Integer> dots = new ConcurrentHashMap<>();
  private final List<String> texts = new CopyOnWriteArrayList<>();

  enum Stage {
    BANNER,
    EHLO,
    MAIL,
    RCPT,
    DATA,
    DOT,
    QUIT
  }

  interface Script {
    /// The answer, [#CUT], or nothing for the usual one. May block.
    Optional<String> at(Stage stage, String line) throws InterruptedException;
  }

  ScriptedPeer(Script script) throws IOException {
    this.script = script;
    this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::accept);
  }

  /// One answer at one stage, every time.
  static ScriptedPeer answering(Stage stage, String answer) throws IOException {
    return new ScriptedPeer((at, _) -> at == stage ? Optional.of(answer) : Optional.empty());
  }

  int port() {
    return server.getLocalPort();
  }

  /// How often each mail arrived whole.
  Map<String, Integer> dots() {
    return Map.copyOf(dots);
  }

  List<String> texts() {
    return texts;
  }

  private void accept() {
    try {
      while (!server.isClosed()) {
        Socket socket = server.accept();
        open.add(socket);
        Thread.ofVirtual().start(() -> talk(socket));
      }
    } catch (IOException _) {
      // closed
    }
  }

  private void talk(Socket socket) {
    try (socket;
        BufferedReader in =
            new BufferedReader(
                new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))) {
      OutputStream out = socket.getOutputStream();
      if (!answer(out, Stage.BANNER, "", "220 peer ready")) {
        return;
      }
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        String verb = line.split("[ :]", 2)[0].toUpperCase(Locale.ROOT);
        boolean goOn =
            switch (verb) {
              case "EHLO", "HELO" -> answer(out, Stage.EHLO, line, "250 peer");
              case "MAIL" -> answer(out, Stage.MAIL, line, "250 2.1.0 ok");
              case "RCPT" -> answer(out, Stage.RCPT, line, "250 2.1.5 ok");
              case "DATA" -> answer(out, Stage.DATA, line, "354 go on") && body(in, out);
              case "QUIT" -> {
                boolean _ = answer(out, Stage.QUIT, line, "221 bye");
                yield false;
              }
              default -> write(out, "250 ok");
            };
        if (!goOn) {
          return;
        }
      }
    } catch (IOException | UncheckedIOException _) {
      // the other side hung up
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    } finally {
      open.remove(socket);
    }
  }

  private boolean body(BufferedReader in, OutputStream out)
      throws IOException, InterruptedException {
    StringBuilder text = new StringBuilder();
    String id = "";
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      if (line.equals(".")) {
        dots.merge(id, 1, Integer::sum);
        texts.add(text.toString());
        return answer(out, Stage.DOT, id, "250 2.0.0 taken");
      }
      if (line.toLowerCase(Locale.ROOT).startsWith("message-id:") && id.isEmpty()) {
        id = line.substring(line.indexOf(':') + 1).strip();
      }
      text.append(line).append('\n');
    }
    return false;
  }

  private boolean answer(OutputStream out, Stage stage, String line, String usual)
      throws IOException, InterruptedException {
    String answer = script.at(stage, line).orElse(usual);
    return !answer.equals(CUT) && write(out, answer);
  }

  private static boolean write(OutputStream out, String answer) throws IOException {
    out.write((answer + "\r\n").getBytes(StandardCharsets.US_ASCII));
    out.flush();
    return true;
  }

  @Override
  public void close() throws IOException {
    server.close();
    for (Socket socket : open) {
      socket.close();
    }
  }
}
