package com.salescopilot.server.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.UnknownHostException;

/// What is asked of ports before and after they are opened.
final class Ports {
  private Ports() {}

  /// Helidon's own message would name neither the port nor the setting.
  static void check(String setting, String host, int port) {
    try (ServerSocket probe = new ServerSocket()) {
      probe.setReuseAddress(true);
      probe.bind(new InetSocketAddress(host, port));
    } catch (IOException | IllegalArgumentException _) {
      throw new PortTaken(setting, host, port);
    }
  }

  /// An address that this machine can reach; a wildcard is no such address.
  static URI address(String host, int port) {
    try {
      InetAddress bound = InetAddress.getByName(host);
      InetAddress reachable =
          bound.isAnyLocalAddress() ? InetAddress.ofLiteral("127.0.0.1") : bound;
      String literal = reachable.getHostAddress();
      return URI.create(
          "http://" + (literal.contains(":") ? "[" + literal + "]" : literal) + ":" + port);
    } catch (UnknownHostException e) {
      throw new IllegalStateException(e); // it was bound a moment ago
    }
  }
}
