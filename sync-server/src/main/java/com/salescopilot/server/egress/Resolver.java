package com.salescopilot.server.egress;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/// Says which addresses a name has now.
public interface Resolver {

  /// The addresses of a name, at least one.
  List<InetAddress> addresses(String name) throws UnknownHostException;

  /// The machine's own.
  static Resolver system() {
    return name -> List.of(InetAddress.getAllByName(name));
  }
}
