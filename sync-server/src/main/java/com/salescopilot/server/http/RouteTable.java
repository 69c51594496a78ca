package com.salescopilot.server.http;

import io.helidon.http.Method;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The addresses of one listener: method, pattern, who may call it, and what it does.
///
/// The same list drives the server, the contract test and the access matrix. Patterns are written
/// as `/emails/{id}`; a literal part is preferred to a named one, whatever the order of adding.
public final class RouteTable {
  private final String prefix;
  private final List<Route> routes = new ArrayList<>();

  /// An empty table.
  ///
  /// @param prefix goes before every pattern, such as `/api`
  public RouteTable(String prefix) {
    this.prefix = prefix;
  }

  /// One route.
  ///
  /// @param method in capitals
  /// @param pattern with the prefix
  public record Route(String method, String pattern, Access access, Handler handler) {}

  /// Adds a route that reads; HEAD comes with it.
  public RouteTable get(String pattern, Access access, Handler handler) {
    return add(Method.GET, pattern, access, handler);
  }

  /// Adds a route that makes or does something.
  public RouteTable post(String pattern, Access access, Handler handler) {
    return add(Method.POST, pattern, access, handler);
  }

  /// Adds a route that replaces something.
  public RouteTable put(String pattern, Access access, Handler handler) {
    return add(Method.PUT, pattern, access, handler);
  }

  /// Adds a route that changes some fields.
  public RouteTable patch(String pattern, Access access, Handler handler) {
    return add(Method.PATCH, pattern, access, handler);
  }

  /// Adds a route that deletes.
  public RouteTable delete(String pattern, Access access, Handler handler) {
    return add(Method.DELETE, pattern, access, handler);
  }

  /// Adds the routes of a feature.
  public RouteTable add(Routes feature) {
    feature.add(this);
    return this;
  }

  /// All routes, in the order of adding.
  public List<Route> routes() {
    return List.copyOf(routes);
  }

  private RouteTable add(Method method, String pattern, Access access, Handler handler) {
    Route route = new Route(method.text(), prefix + pattern, access, handler);
    boolean doubled =
        routes.stream()
            .anyMatch(
                other ->
                    other.method().equals(route.method())
                        && other.pattern().equals(route.pattern()));
    if (doubled) {
      throw new IllegalStateException(route.method() + " " + route.pattern() + " exists already.");
    }
    routes.add(route);
    return this;
  }

  /// The routes by pattern, the more literal ones first, each with its methods.
  static Map<String, Map<String, Route>> byPattern(List<Route> routes) {
    Map<String, Map<String, Route>> patterns = new LinkedHashMap<>();
    routes.stream()
        .sorted(Comparator.comparing(route -> route.pattern().replace('{', '~')))
        .forEach(
            route ->
                patterns
                    .computeIfAbsent(route.pattern(), _ -> new LinkedHashMap<>())
                    .put(route.method(), route));
    return patterns;
  }
}
