package com.salescopilot.desktop.remote;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.salescopilot.model.value.ValueJson;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import okhttp3.Call;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/// Requests and answers as the server speaks them: JSON in, JSON or a problem (RFC 9457) out.
final class Http {
  private static final Duration CONNECT = Duration.ofSeconds(10);
  private static final Duration WRITE = Duration.ofSeconds(30);

  /// Longer than a parked pull may be.
  private static final Duration READ = Duration.ofSeconds(60);

  private static final MediaType JSON = MediaType.get("application/json");
  private static final int TOO_LARGE = 413;

  /// What lists of sign-ins show of this machine.
  private static final String USER_AGENT =
      "Sales Copilot on " + System.getProperty("os.name", "an unknown system");

  private static final Set<String> UNSERVED =
      Set.of("CLIENT_OLDER", "SERVER_OLDER", "MEMBER_REMOVED");

  private final ServerAddress address;
  private final OkHttpClient client;

  Http(ServerAddress address) {
    this.address = address;
    this.client =
        new OkHttpClient.Builder()
            .connectTimeout(CONNECT)
            .writeTimeout(WRITE)
            .readTimeout(READ)
            // a token must not follow a redirect to another place
            .followRedirects(false)
            .followSslRedirects(false)
            .build();
  }

  ServerAddress address() {
    return address;
  }

  /// A call that posts JSON, with a token if there is one.
  Call post(String path, String json, Optional<String> token) {
    HttpUrl url = address.route(path);
    Request.Builder request =
        new Request.Builder()
            .url(url)
            .header("User-Agent", USER_AGENT)
            .post(RequestBody.create(json, JSON));
    token.ifPresent(text -> request.header("Authorization", "Bearer " + text));
    return client.newCall(request.build());
  }

  /// A call that asks without a token.
  Call get(String path) {
    return client.newCall(
        new Request.Builder().url(address.route(path)).header("User-Agent", USER_AGENT).build());
  }

  /// A call with a token that does something; without words nothing is sent along.
  Call send(String method, String path, Optional<String> json, String token) {
    RequestBody body =
        json.map(text -> RequestBody.create(text, JSON))
            .orElseGet(() -> RequestBody.create(new byte[0], null));
    return client.newCall(
        new Request.Builder()
            .url(address.route(path))
            .header("User-Agent", USER_AGENT)
            .header("Authorization", "Bearer " + token)
            .method(method, body)
            .build());
  }

  /// A call that reads, with a token.
  Call get(String path, Map<String, String> query, String token) {
    HttpUrl.Builder url = address.route(path).newBuilder();
    query.forEach(url::addQueryParameter);
    return client.newCall(
        new Request.Builder()
            .url(url.build())
            .header("User-Agent", USER_AGENT)
            .header("Authorization", "Bearer " + token)
            .build());
  }

  /// Sends a call and waits for the head of the answer.
  ///
  /// @throws RemoteException.NoAnswer if there is none
  Response send(Call call) {
    try {
      return call.execute();
    } catch (IOException e) {
      throw new RemoteException.NoAnswer(address.toString(), e);
    }
  }

  /// The JSON of a good answer.
  ///
  /// @throws RemoteException for any other
  ObjectNode json(Response response) {
    if (response.isSuccessful() && isJson(response)) {
      return object(response);
    }
    throw failure(response);
  }

  /// What an answer that is not the hoped-for one means.
  RemoteException failure(Response response) {
    if (response.code() == TOO_LARGE && !isJson(response)) {
      // a proxy that takes less than the server
      return new RemoteException.Refused(
          TOO_LARGE, "TOO_LARGE", "The request is larger than what the way to the server takes.");
    }
    if (!isJson(response)) {
      // a proxy or the login page of a hotel
      return new RemoteException.NoAnswer(address.toString());
    }
    return failure(response, object(response));
  }

  /// What an answer means that says no with this problem.
  RemoteException failure(Response response, ObjectNode problem) {
    String code = problem.path("code").asText("UNKNOWN");
    String detail = detail(problem);
    int status = response.code();
    if (UNSERVED.contains(code)) {
      return new RemoteException.Unserved(code, detail);
    }
    return status == 429 || status >= 500
        ? new RemoteException.Busy(code, detail, retryAfter(response))
        : new RemoteException.Refused(status, code, detail);
  }

  /// What is wrong with which fields, or with the whole if no field is named.
  private static String detail(ObjectNode problem) {
    String fields =
        problem
            .path("errors")
            .valueStream()
            .map(error -> named(error.path("pointer").asText(), error.path("message").asText()))
            .collect(Collectors.joining(" "));
    return fields.isBlank()
        ? problem.path("detail").asText("The server refused it without saying why.")
        : fields;
  }

  /// Most messages are the end of a sentence that begins with the field's name.
  private static String named(String pointer, String message) {
    String name = pointer.substring(pointer.lastIndexOf('/') + 1);
    return message.isEmpty()
            || message.startsWith(name)
            || Character.isUpperCase(message.codePointAt(0))
        ? message
        : name + " " + message;
  }

  /// The body of an answer as a JSON object.
  ObjectNode object(Response response) {
    try {
      return ValueJson.object(response.body().string());
    } catch (IOException e) {
      throw new RemoteException.NoAnswer(address.toString(), e);
    } catch (IllegalArgumentException e) {
      throw new RemoteException.Garbled(e);
    }
  }

  /// Ends every call that is under way.
  void interrupt() {
    client.dispatcher().cancelAll();
  }

  void close() {
    interrupt();
    client.connectionPool().evictAll();
  }

  static boolean isJson(Response response) {
    MediaType type = response.body().contentType();
    return type != null && type.subtype().endsWith("json");
  }

  private static Duration retryAfter(Response response) {
    String seconds = response.header("Retry-After", "");
    return seconds != null && seconds.matches("\\d{1,6}")
        ? Duration.ofSeconds(Long.parseLong(seconds))
        : Duration.ZERO;
  }
}
