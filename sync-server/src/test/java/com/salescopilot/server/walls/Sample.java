package com.salescopilot.server.walls;

import com.salescopilot.server.LiveServer.Surface;
import java.util.function.Function;

/// A call of one route that succeeds, made anew for each use.
///
/// @param route listener, method and pattern
/// @param what tells it from other samples of the route
/// @param marks whether it leaves a trace under the id that it names, so that the next call with
///   the same id finds something
record Sample(String route, String what, Marks marks, Function<Tenant, Call> call) {

  /// Whether a call changes what the next one finds; then somebody makes it who makes no others.
  enum Marks {
    NONE,
    LEAVES_SOME
  }

  static String route(Surface surface, String method, String pattern) {
    return surface + " " + method + " " + pattern;
  }

  static Sample api(String method, String pattern, Function<Tenant, Call> call) {
    return new Sample(route(Surface.API, method, "/api" + pattern), "", Marks.NONE, call);
  }

  Sample called(String name) {
    return new Sample(route, name, marks, call);
  }

  Sample leavingMarks() {
    return new Sample(route, what, Marks.LEAVES_SOME, call);
  }

  /// The pattern of the path, with braces.
  String pattern() {
    return route.substring(route.lastIndexOf(' ') + 1);
  }

  @Override
  public String toString() {
    return what.isEmpty() ? route : route + " (" + what + ")";
  }
}
