package com.salescopilot.server.egress;

import com.salescopilot.server.http.Network;
import java.net.InetAddress;

/// A range of addresses that the operator opened, although it is not the internet's.
///
/// @param port 0: any
public record Allowed(Network network, int port) {

  /// Reads `10.0.0.0/8` or `10.0.0.0/8:25`.
  ///
  /// @throws IllegalArgumentException if it is no such range
  public static Allowed parse(String text) {
    int slash = text.indexOf('/');
    int colon = text.indexOf(':', Math.max(slash, 0));
    boolean port = colon >= 0 && (slash >= 0 || text.indexOf(':', colon + 1) < 0);
    return port
        ? new Allowed(
            Network.parse(text.substring(0, colon)), Integer.parseInt(text.substring(colon + 1)))
        : new Allowed(Network.parse(text), 0);
  }

  boolean covers(InetAddress address, int at) {
    return network.contains(address) && (port == 0 || port == at);
  }
}
