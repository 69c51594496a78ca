package com.salescopilot.server.http;

import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerRequest;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.ArrayList;
import java.util.List;

/// Finds the client's address behind the proxies that the operator trusts.
///
/// `X-Forwarded-For` is read from the right and only as long as each hop is trusted: whatever
/// stands further left can be invented by the client.
final class Proxies {
  private final List<Network> trusted;

  Proxies(List<Network> trusted) {
    this.trusted = List.copyOf(trusted);
  }

  /// The client's address as a literal.
  String client(ServerRequest request) {
    SocketAddress peer = request.remotePeer().address();
    if (!(peer instanceof InetSocketAddress inet)) {
      return "unknown";
    }
    InetAddress address = inet.getAddress();
    List<String> hops = new ArrayList<>();
    for (String value : request.headers().all(HeaderNames.X_FORWARDED_FOR, List::of)) {
      hops.addAll(List.of(value.split(",", -1)));
    }
    for (String hop : hops.reversed()) {
      if (!trusts(address)) {
        break;
      }
      try {
        address = InetAddress.ofLiteral(hop.strip());
      } catch (IllegalArgumentException _) {
        break;
      }
    }
    return address.getHostAddress();
  }

  private boolean trusts(InetAddress address) {
    return trusted.stream().anyMatch(network -> network.contains(address));
  }
}
