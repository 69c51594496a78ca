package com.salescopilot.server.bench;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/// One connection on which requests that are bytes already are sent one after the other: a
/// generator of load that costs the machine almost nothing.
final class RawConnection implements AutoCloseable {
  private static final int PATIENCE_MILLIS = 20_000;
  private static final int LONGEST_LINE = 16_384;

  private final Socket socket = new Socket();
  private final InputStream in;

  RawConnection(URI server) throws IOException {
    socket.setTcpNoDelay(true);
    socket.setSoTimeout(PATIENCE_MILLIS);
    socket.connect(new InetSocketAddress(server.getHost(), server.getPort()), PATIENCE_MILLIS);
    in = new BufferedInputStream(socket.getInputStream());
  }

  /// What came back.
  ///
  /// @param headers by their names in small letters
  /// @param length of the body, in bytes
  record Reply(int status, Map<String, String> headers, long length) {
    boolean last() {
      return "close".equalsIgnoreCase(headers.get("connection"));
    }
  }

  Reply exchange(byte[] request) throws IOException {
    socket.getOutputStream().write(request);
    String status = line();
    Map<String, String> headers = new TreeMap<>();
    for (String line = line(); !line.isEmpty(); line = line()) {
      int colon = line.indexOf(':');
      headers.put(
          line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).strip());
    }
    long length =
        headers.containsKey("transfer-encoding")
            ? chunks()
            : skip(Long.parseLong(headers.getOrDefault("content-length", "0")));
    return new Reply(Integer.parseInt(status.split(" ", -1)[1]), headers, length);
  }

  private long chunks() throws IOException {
    long all = 0;
    while (true) {
      long size = Long.parseLong(line().strip(), 16);
      all += skip(size);
      String _ = line();
      if (size == 0) {
        return all;
      }
    }
  }

  private long skip(long bytes) throws IOException {
    in.skipNBytes(bytes);
    return bytes;
  }

  private String line() throws IOException {
    byte[] line = new byte[LONGEST_LINE];
    int length = 0;
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0) {
        throw new EOFException("the server closed the connection");
      }
      line[length++] = (byte) next;
    }
    return new String(line, 0, Math.max(0, length - 1), StandardCharsets.ISO_8859_1);
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
