package com.salescopilot.desktop.remote;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.salescopilot.desktop.store.PrivateFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import okhttp3.Call;
import okhttp3.Response;

/// The routes of the server for somebody who is signed in, one answer a call.
final class Rest {
  private static final int NO_CONTENT = 204;

  private final Http http;
  private final Wallet wallet;
  private final Duration patience;

  Rest(Http http, Wallet wallet) {
    this(http, wallet, Duration.ZERO);
  }

  /// @param patience after which a call is given up; zero for as long as the connection lives
  Rest(Http http, Wallet wallet, Duration patience) {
    this.http = http;
    this.wallet = wallet;
    this.patience = patience;
  }

  private Call within(Call call) {
    call.timeout().timeout(patience.toMillis(), TimeUnit.MILLISECONDS);
    return call;
  }

  ServerAddress server() {
    return http.address();
  }

  ObjectNode get(String path) {
    try (Response response = wallet.authorised(token -> within(http.get(path, Map.of(), token)))) {
      return http.json(response);
    }
  }

  /// The items of a list.
  <T> List<T> items(String path, Function<JsonNode, T> reader) {
    ObjectNode answer = get(path);
    return understood(() -> answer.path("items").valueStream().map(reader).toList());
  }

  /// Keeps an answer in a file, for this user alone.
  void download(String path, Path file) {
    try (Response response = wallet.authorised(token -> http.get(path, Map.of(), token))) {
      if (!response.isSuccessful()) {
        throw http.failure(response);
      }
      PrivateFiles.write(file, response.body().byteStream());
    } catch (IOException e) {
      throw new RemoteException.Garbled(e);
    }
  }

  /// Does something; the answer is empty where there is nothing to say.
  ObjectNode send(String method, String path, Map<String, String> body) {
    return send(method, path, Optional.of(Wallet.json(body)));
  }

  ObjectNode send(String method, String path, ObjectNode body) {
    return send(method, path, Optional.of(body.toString()));
  }

  ObjectNode send(String method, String path) {
    return send(method, path, Optional.empty());
  }

  private ObjectNode send(String method, String path, Optional<String> json) {
    try (Response response =
        wallet.authorised(token -> within(http.send(method, path, json, token)))) {
      return response.code() == NO_CONTENT
          ? JsonNodeFactory.instance.objectNode()
          : http.json(response);
    }
  }

  interface Reading<T> {
    T read();
  }

  /// @throws RemoteException.Garbled if the answer is not what it should be
  static <T> T understood(Reading<T> reading) {
    try {
      return reading.read();
    } catch (IllegalArgumentException | DateTimeException e) {
      throw new RemoteException.Garbled(e);
    }
  }
}
