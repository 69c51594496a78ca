package com.salescopilot.server.http;

import com.salescopilot.model.id.UuidV7;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerRequest;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/// The name of one request in answers and logs.
///
/// A client may bring its own, in a form that can do no harm in a log.
record RequestId(String text) {
  static final HeaderName HEADER = HeaderNames.create("X-Request-Id");
  private static final Pattern HARMLESS = Pattern.compile("[A-Za-z0-9._-]{8,64}");

  static RequestId fresh(UuidV7 ids) {
    return new RequestId(ids.next().toString());
  }

  /// The id of this request, made at the first call.
  static RequestId of(ServerRequest request, Supplier<RequestId> fresh) {
    return request
        .context()
        .get(RequestId.class)
        .orElseGet(
            () -> {
              RequestId id =
                  request
                      .headers()
                      .first(HEADER)
                      .filter(text -> HARMLESS.matcher(text).matches())
                      .map(RequestId::new)
                      .orElseGet(fresh);
              request.context().register(id);
              return id;
            });
  }
}
