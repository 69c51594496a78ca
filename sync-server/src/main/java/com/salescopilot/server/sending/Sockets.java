package com.salescopilot.server.sending;

import com.salescopilot.server.egress.Egress;
import com.salescopilot.server.egress.Use;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.time.Duration;
import java.util.Optional;
import javax.net.SocketFactory;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/// Keeps a hand on the one socket of a connection: how long to wait for an answer depends on what
/// has been said, which Angus does not let us change. Where it may lead is the guard's to say.
final class Sockets {
  private final Egress egress;
  private @Nullable Socket last;

  Sockets(Egress egress) {
    this.egress = egress;
  }

  SocketFactory plain() {
    return new Plain(egress.sockets(Use.MAIL));
  }

  SSLSocketFactory encrypted() {
    return new Encrypted(egress.encrypted(Use.MAIL));
  }

  /// Sets how long a read may block.
  void patience(Duration most) {
    Optional<Socket> socket = Optional.ofNullable(last);
    try {
      if (socket.isPresent()) {
        socket.get().setSoTimeout(Math.toIntExact(most.toMillis()));
      }
    } catch (SocketException _) {
      // it is closed, which the next read or write tells
    }
  }

  /// Ends the connection without another word.
  void cut() {
    Optional<Socket> socket = Optional.ofNullable(last);
    try {
      if (socket.isPresent()) {
        socket.get().close();
      }
    } catch (IOException _) {
      // it is gone either way
    }
  }

  private Socket kept(Socket socket) {
    last = socket;
    return socket;
  }

  private final class Plain extends SocketFactory {
    private final SocketFactory real;

    Plain(SocketFactory real) {
      this.real = real;
    }

    @Override
    public Socket createSocket() throws IOException {
      return kept(real.createSocket());
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
      return kept(real.createSocket(host, port));
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress from, int fromPort)
        throws IOException {
      return kept(real.createSocket(host, port, from, fromPort));
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
      return kept(real.createSocket(host, port));
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress from, int fromPort)
        throws IOException {
      return kept(real.createSocket(host, port, from, fromPort));
    }
  }

  private final class Encrypted extends SSLSocketFactory {
    private final SSLSocketFactory real;

    Encrypted(SSLSocketFactory real) {
      this.real = real;
    }

    @Override
    public String[] getDefaultCipherSuites() {
      return real.getDefaultCipherSuites();
    }

    @Override
    public String[] getSupportedCipherSuites() {
      return real.getSupportedCipherSuites();
    }

    @Override
    public Socket createSocket() throws IOException {
      return kept(real.createSocket());
    }

    @Override
    public Socket createSocket(Socket under, String host, int port, boolean close)
        throws IOException {
      return kept(real.createSocket(under, host, port, close));
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
      return kept(real.createSocket(host, port));
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress from, int fromPort)
        throws IOException {
      return kept(real.createSocket(host, port, from, fromPort));
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
      return kept(real.createSocket(host, port));
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress from, int fromPort)
        throws IOException {
      return kept(real.createSocket(host, port, from, fromPort));
    }
  }
}
