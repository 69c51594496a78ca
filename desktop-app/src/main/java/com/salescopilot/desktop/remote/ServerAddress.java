package com.salescopilot.desktop.remote;

import java.util.Locale;
import okhttp3.HttpUrl;

/// Where a server is. Passwords and tokens travel there, so plain http is only for this machine.
public final class ServerAddress {
  private final HttpUrl base;

  private ServerAddress(HttpUrl base) {
    this.base = base;
  }

  /// Reads an address such as `https://copilot.example.com` or `http://127.0.0.1:8080`.
  ///
  /// @throws RemoteException.Refused with a sentence, if it is none or would send secrets in clear
  public static ServerAddress parse(String text) {
    HttpUrl url = HttpUrl.parse(text.strip());
    if (url == null || url.query() != null || !url.username().isEmpty()) {
      throw refused("The server's address must look like https://copilot.example.com.");
    }
    if (!url.isHttps() && !isLoopback(url.host())) {
      throw refused("The server's address must begin with https, unless it is this machine.");
    }
    return new ServerAddress(url);
  }

  HttpUrl route(String path) {
    return base.newBuilder().addPathSegments(path).build();
  }

  /// The address in its usual form, without a slash at the end.
  @Override
  public String toString() {
    String text = base.toString();
    return text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
  }

  private static boolean isLoopback(String host) {
    String name = host.toLowerCase(Locale.ROOT);
    return name.equals("localhost") || name.equals("::1") || name.matches("127(\\.\\d{1,3}){3}");
  }

  private static RemoteException refused(String detail) {
    return new RemoteException.Refused(0, "BAD_ADDRESS", detail);
  }
}
