package com.salescopilot.server.egress;

import java.net.URI;
import java.util.Locale;

/// A machine that the operator named in the environment, at exactly this port.
///
/// @param host as it is connected to: a name, or an address without brackets
public record Endpoint(String host, int port) {
  private static final int HTTPS = 443;
  private static final int HTTP = 80;

  /// Names have no case.
  public Endpoint {
    host = host.toLowerCase(Locale.ROOT);
  }

  /// Where a web address leads.
  public static Endpoint of(URI address) {
    int usual = "http".equals(address.getScheme()) ? HTTP : HTTPS;
    return new Endpoint(
        address.getHost().replaceAll("[\\[\\]]", ""),
        address.getPort() < 0 ? usual : address.getPort());
  }
}
