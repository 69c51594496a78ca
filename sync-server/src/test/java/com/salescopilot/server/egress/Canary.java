package com.salescopilot.server.egress;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/// A listener on this machine that nobody should reach. It counts who does, and says the same to
/// everybody.
final class Canary implements AutoCloseable {
  private final List<ServerSocket> listeners = new ArrayList<>();
  private final AtomicInteger connections = new AtomicInteger();
  private final String says;

  private Canary(String says) {
    this.says = says;
  }

  /// On one port of these addresses; one that this machine does not have is left out.
  static Canary on(String says, String... addresses) {
    Canary canary = new Canary(says);
    int port = 0;
    for (String address : addresses) {
      try {
        ServerSocket listener = new ServerSocket(port, 50, InetAddress.ofLiteral(address));
        port = listener.getLocalPort();
        canary.listeners.add(listener);
        Thread.ofVirtual().start(() -> canary.answer(listener));
      } catch (IOException e) {
        if (canary.listeners.isEmpty()) {
          throw new UncheckedIOException(e);
        }
      }
    }
    return canary;
  }

  int port() {
    return listeners.getFirst().getLocalPort();
  }

  int connections() {
    return connections.get();
  }

  private void answer(ServerSocket listener) {
    while (!listener.isClosed()) {
      try (Socket socket = listener.accept()) {
        connections.incrementAndGet();
        if (says.startsWith("HTTP")) {
          hear(socket);
        }
        socket.getOutputStream().write(says.getBytes(StandardCharsets.US_ASCII));
        socket.shutdownOutput();
        long _ = socket.getInputStream().transferTo(OutputStream.nullOutputStream());
      } catch (IOException e) {
        // the other side is gone, or the test is over
      }
    }
  }

  /// Reads a request; whoever waits to be greeted is not kept waiting for long.
  private static void hear(Socket socket) throws IOException {
    socket.setSoTimeout(500);
    InputStream in = socket.getInputStream();
    String heard = "";
    try {
      while (!heard.endsWith("\r\n\r\n")) {
        int next = in.read();
        if (next < 0) {
          return;
        }
        heard += (char) next;
      }
    } catch (SocketTimeoutException _) {
      // it speaks another language
    }
  }

  @Override
  public void close() {
    listeners.forEach(
        listener -> {
          try {
            listener.close();
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }
}
