package com.salescopilot.server.http;

import io.helidon.common.socket.SocketOptions;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketOption;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/// Options of accepted connections with a limit for each read. Helidon has a setting of that name,
/// and its server leaves it out: who sent half a request stayed for ever.
final class LimitedSockets implements SocketOptions {
  private final SocketOptions options;

  LimitedSockets(Duration read) {
    options = SocketOptions.builder().readTimeout(read).tcpNoDelay(true).build();
  }

  @Override
  public void configureSocket(Socket socket) {
    options.configureSocket(socket);
    try {
      socket.setSoTimeout(Math.toIntExact(options.readTimeout().toMillis()));
    } catch (SocketException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public Map<SocketOption<?>, Object> socketOptions() {
    return options.socketOptions();
  }

  @Override
  public Duration connectTimeout() {
    return options.connectTimeout();
  }

  @Override
  public Duration readTimeout() {
    return options.readTimeout();
  }

  @Override
  public Optional<Integer> socketReceiveBufferSize() {
    return options.socketReceiveBufferSize();
  }

  @Override
  public Optional<Integer> socketSendBufferSize() {
    return options.socketSendBufferSize();
  }

  @Override
  public boolean socketReuseAddress() {
    return options.socketReuseAddress();
  }

  @Override
  public boolean socketKeepAlive() {
    return options.socketKeepAlive();
  }

  @Override
  public boolean tcpNoDelay() {
    return options.tcpNoDelay();
  }
}
