package com.salescopilot.server.walls;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/// Requests of whose end two readers could think differently, each with a second request hidden in
/// it, as bytes on a socket.
final class Desync {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final String HIDDEN = "GET /hidden HTTP/1.1\r\nHost: h\r\n\r\n";

  /// A final answer; `100 Continue` is none.
  private static final Pattern ANSWER = Pattern.compile("HTTP/1\\.[01] [2-5]\\d\\d ");

  private final URI at;
  private final Map<String, String> forms = new LinkedHashMap<>();

  /// Attacks on a listener.
  ///
  /// @param start method and path
  private Desync(URI at, String start) {
    this.at = at;
    lengthAndCoding(start);
    lengths(start);
    codings(start);
    chunks(start);
    lines(start);
    others(start);
  }

  static Desync of(URI at, String start) {
    return new Desync(at, start);
  }

  /// The forms by name.
  Map<String, String> forms() {
    return forms;
  }

  private void form(String name, String start, String headers, String rest) {
    forms.put(name, start + " HTTP/1.1\r\nHost: h\r\n" + headers + "\r\n" + rest);
  }

  private void lengthAndCoding(String start) {
    String ended = "0\r\n\r\n" + HIDDEN;
    int all = ended.length();
    form("CL.TE", start, length(all) + "Transfer-Encoding: chunked\r\n", ended);
    form("TE.CL", start, "Transfer-Encoding: chunked\r\n" + length(4), chunk(HIDDEN) + "0\r\n\r\n");
    form("CL 0 and TE", start, length(0) + "Transfer-Encoding: chunked\r\n", ended);
    form("CL and TE identity", start, length(0) + "Transfer-Encoding: identity\r\n", HIDDEN);
    form("CL and a spoilt TE", start, length(all) + "Transfer-Encoding: xchunked\r\n", ended);
  }

  private void lengths(String start) {
    form("CL twice, the same", start, length(0) + length(0), HIDDEN);
    form("CL twice, another", start, length(0) + length(HIDDEN.length()), HIDDEN);
    for (String length :
        new String[] {
          "0, 0",
          "0,33",
          "+0",
          "-1",
          "0x0",
          "00 0",
          "1e1",
          "",
          " ",
          "0\t0",
          "٠",
          "NaN",
          "99999999999999999999",
          "18446744073709551616",
          "\"0\""
        }) {
      form("CL " + length, start, "Content-Length: " + length + "\r\n", HIDDEN);
    }
    form("CL with a space before the colon", start, "Content-Length : 0\r\n", HIDDEN);
    form("CL with an underscore", start, "Content_Length: 35\r\n" + length(0) + length(0), HIDDEN);
    form("the whole in the body", start, length(HIDDEN.length()), HIDDEN);
  }

  private void codings(String start) {
    String ended = "0\r\n\r\n" + HIDDEN;
    for (String coding :
        new String[] {
          "chunked, identity",
          "identity, chunked",
          "gzip, chunked",
          "chunked, chunked",
          "xchunked",
          "chunked;q=1",
          "\"chunked\"",
          "chunked\u000b",
          "identity",
          "",
          "ch\u00fcnked"
        }) {
      form("TE " + coding, start, "Transfer-Encoding: " + coding + "\r\n", ended);
    }
    String te = "Transfer-Encoding: chunked\r\n";
    form("TE twice", start, te + te, ended);
    form("TE twice, another", start, te + "Transfer-Encoding: identity\r\n", ended);
    form("TE with a space before the colon", start, "Transfer-Encoding : chunked\r\n", ended);
    form("TE folded", start, "Transfer-Encoding:\r\n chunked\r\n", ended);
    form("TE folded into another", start, "X-A: b\r\n\tTransfer-Encoding: chunked\r\n", ended);
    forms.put("TE of HTTP/1.0", start + " HTTP/1.0\r\nHost: h\r\n" + te + "\r\n" + ended);
  }

  private void chunks(String start) {
    for (String size :
        new String[] {
          "+0",
          "-0",
          "0x0",
          " 0",
          "0 0",
          "0,0",
          "g",
          "",
          "-1",
          "FFFFFFFFFFFFFFFF",
          "10000000000000000",
          "ffffffff80000000",
          "0\u000b"
        }) {
      chunked("chunk of size " + size, start, size + "\r\n\r\n" + HIDDEN);
    }
    chunked("chunk that ends in LF", start, "1\na\n0\n\n" + HIDDEN);
    chunked("chunk without its end", start, "1\r\naX\r\n0\r\n\r\n" + HIDDEN);
    chunked("chunk longer than it says", start, "1\r\n" + HIDDEN + "0\r\n\r\n");
    chunked("extension with LF", start, "0;a=\n" + HIDDEN + "\r\n\r\n");
    chunked("trailer that says a length", start, "0\r\nContent-Length: 9\r\n" + HIDDEN);
    chunked("trailer without an end", start, "0\r\nX: " + HIDDEN);
  }

  private void chunked(String name, String start, String body) {
    form(name, start, "Transfer-Encoding: chunked\r\n", body);
  }

  private void lines(String start) {
    String head = start + " HTTP/1.1\r\nHost: h\r\n";
    forms.put("LF alone everywhere", start + " HTTP/1.1\nHost: h\n\n" + HIDDEN);
    forms.put("LF alone after a header", head + "X: a\nContent-Length: 33\r\n\r\n" + HIDDEN);
    forms.put("LF alone at the end", head + "Content-Length: 33\r\n\n" + HIDDEN);
    forms.put("CR alone after a header", head + "X: a\rContent-Length: 33\r\n\r\n" + HIDDEN);
    forms.put("CR CR LF", head + "X: a\r\r\nContent-Length: 33\r\n\r\n" + HIDDEN);
    forms.put("folded", head + "X: a\r\n b\r\n" + length(HIDDEN.length()) + "\r\n" + HIDDEN);
    forms.put("folded at once", start + " HTTP/1.1\r\n Host: h\r\n\r\n" + HIDDEN);
    forms.put(
        "NUL in a value", head + "X: a\u0000b\r\n" + length(HIDDEN.length()) + "\r\n" + HIDDEN);
    forms.put("NUL in a name", head + "X\u0000: a\r\n" + length(HIDDEN.length()) + "\r\n" + HIDDEN);
    forms.put("no name", head + ": a\r\n" + length(HIDDEN.length()) + "\r\n" + HIDDEN);
    forms.put("no colon", head + "Content-Length 35\r\n\r\n" + HIDDEN);
  }

  private void others(String start) {
    String all = length(HIDDEN.length());
    form("Expect", start, all + "Expect: 100-continue\r\n", HIDDEN);
    form("Expect what is not", start, all + "Expect: 200-ok\r\n", HIDDEN);
    form("Upgrade", start, all + "Connection: Upgrade\r\nUpgrade: h2c\r\n", HIDDEN);
    form("two hosts", start, "Host: other\r\n" + all, HIDDEN);
    form("Connection names the length", start, all + "Connection: Content-Length\r\n", HIDDEN);
    forms.put("HTTP/0.9", start + "\r\n" + HIDDEN);
    forms.put("HTTP/1.2", start + " HTTP/1.2\r\nHost: h\r\n" + all + "\r\n" + HIDDEN);
    forms.put("HTTP/2", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n" + HIDDEN);
    forms.put("two spaces", start + "  HTTP/1.1\r\nHost: h\r\n" + all + "\r\n" + HIDDEN);
    forms.put("CONNECT", "CONNECT h:80 HTTP/1.1\r\nHost: h\r\n" + all + "\r\n" + HIDDEN);
  }

  private static String length(int length) {
    return "Content-Length: " + length + "\r\n";
  }

  private static String chunk(String data) {
    return Integer.toHexString(data.length()) + "\r\n" + data + "\r\n";
  }

  /// A request and another, as they should be: the control.
  String two(String start) {
    return start + " HTTP/1.1\r\nHost: h\r\n" + length(2) + "\r\n{}" + HIDDEN;
  }

  /// What comes back until the server has no more to say; nothing is sent after the bytes.
  String said(String bytes) {
    try (Socket socket = new Socket(at.getHost(), at.getPort())) {
      socket.setSoTimeout((int) PATIENCE.toMillis());
      socket.getOutputStream().write(bytes.getBytes(StandardCharsets.UTF_8));
      socket.shutdownOutput();
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(at + " " + bytes, e);
    }
  }

  /// How many requests the server took the bytes for.
  static long answers(String said) {
    return ANSWER.matcher(said).results().count();
  }
}
