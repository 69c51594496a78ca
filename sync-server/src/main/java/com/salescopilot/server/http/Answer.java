package com.salescopilot.server.http;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/// What a route answers: a status, headers and a body.
public final class Answer {
  private final int status;
  private final Map<String, String> headers;
  private final Body body;

  private Answer(int status, Map<String, String> headers, Body body) {
    this.status = status;
    this.headers = headers;
    this.body = body;
  }

  /// Writes a body piece by piece; each `flush` reaches the client.
  public interface Writer {
    /// Called once, on the thread of the request, after the headers.
    void writeTo(OutputStream out) throws IOException;
  }

  sealed interface Body {}

  record Nothing() implements Body {}

  record Value(Object value) implements Body {}

  static final class Bytes implements Body {
    final String mediaType;
    final byte[] content;

    Bytes(String mediaType, byte[] content) {
      this.mediaType = mediaType;
      this.content = content;
    }
  }

  record Streamed(String mediaType, Writer writer) implements Body {}

  /// 200 with an object that becomes JSON.
  public static Answer ok(Object body) {
    return new Answer(200, Map.of(), new Value(body));
  }

  /// 201 with an object that becomes JSON.
  public static Answer created(Object body) {
    return new Answer(201, Map.of(), new Value(body));
  }

  /// 202 without a body.
  public static Answer accepted() {
    return new Answer(202, Map.of(), new Nothing());
  }

  /// 204.
  public static Answer noContent() {
    return new Answer(204, Map.of(), new Nothing());
  }

  /// Another status with an object that becomes JSON.
  public static Answer json(int status, Object body) {
    return new Answer(status, Map.of(), new Value(body));
  }

  /// 200 with bytes as they are.
  public static Answer bytes(String mediaType, byte[] content) {
    return new Answer(200, Map.of(), new Bytes(mediaType, content));
  }

  /// Another status with a text in UTF-8.
  public static Answer text(int status, String mediaType, String content) {
    return new Answer(
        status,
        Map.of(),
        new Bytes(mediaType + "; charset=utf-8", content.getBytes(StandardCharsets.UTF_8)));
  }

  /// 200 with one JSON value a line, written while it is read; gzipped if the client takes that.
  ///
  /// What fails after the first byte can only close the connection, so fetch the first page before
  /// making this answer.
  public static Answer ndjson(Writer writer) {
    return new Answer(200, Map.of(), new Streamed("application/x-ndjson", writer));
  }

  /// 200 with a zip to be kept under this name.
  public static Answer zip(String name, Writer writer) {
    return new Answer(
        200,
        Map.of("Content-Disposition", "attachment; filename=\"" + name + "\""),
        new Streamed("application/zip", writer));
  }

  /// 303 to another address.
  public static Answer seeOther(String location) {
    return new Answer(303, Map.of("Location", location), new Nothing());
  }

  /// The same answer with one more header.
  public Answer with(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new Answer(status, more, body);
  }

  /// The same answer with the row's revision as its `ETag`.
  public Answer etag(long rev) {
    return with("ETag", "\"" + rev + "\"");
  }

  int status() {
    return status;
  }

  Map<String, String> headers() {
    return headers;
  }

  Body body() {
    return body;
  }
}
