package com.salescopilot.server.egress;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import javax.net.SocketFactory;
import javax.net.ssl.SSLSocketFactory;

/// TLS upon guarded sockets. One that is not connected yet comes without TLS, as Java's TLS sockets
/// connect past every guard; who asks for it puts TLS upon it once it is (Angus does).
final class GuardedTls extends SSLSocketFactory {
  private final SSLSocketFactory tls;
  private final SocketFactory guarded;

  GuardedTls(SSLSocketFactory tls, SocketFactory guarded) {
    this.tls = tls;
    this.guarded = guarded;
  }

  @Override
  public String[] getDefaultCipherSuites() {
    return tls.getDefaultCipherSuites();
  }

  @Override
  public String[] getSupportedCipherSuites() {
    return tls.getSupportedCipherSuites();
  }

  @Override
  public Socket createSocket() throws IOException {
    return guarded.createSocket();
  }

  @Override
  public Socket createSocket(Socket under, String host, int port, boolean close)
      throws IOException {
    return tls.createSocket(under, host, port, close);
  }

  @Override
  public Socket createSocket(String host, int port) throws IOException {
    return createSocket(guarded.createSocket(host, port), host, port, true);
  }

  @Override
  public Socket createSocket(String host, int port, InetAddress from, int fromPort)
      throws IOException {
    return createSocket(host, port);
  }

  @Override
  public Socket createSocket(InetAddress host, int port) throws IOException {
    return createSocket(guarded.createSocket(host, port), host.getHostAddress(), port, true);
  }

  @Override
  public Socket createSocket(InetAddress host, int port, InetAddress from, int fromPort)
      throws IOException {
    return createSocket(host, port);
  }
}
