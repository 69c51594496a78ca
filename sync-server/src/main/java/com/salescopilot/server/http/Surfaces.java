package com.salescopilot.server.http;

import java.util.ArrayList;
import java.util.List;

/// Which features answer on which listener.
///
/// @param api under `/api` on the api listener
/// @param hooks the seed's `/webhooks`: on the tracking listener, and with and without `/api` on
///   the api listener
/// @param tracking on the tracking listener alone
/// @param admin on the admin listener alone
public record Surfaces(
    List<Routes> api, List<Routes> hooks, List<Routes> tracking, List<Routes> admin) {

  /// The routes of the api listener.
  public List<RouteTable.Route> apiRoutes() {
    List<RouteTable.Route> all = new ArrayList<>(table("/api", api));
    all.addAll(table("/api", hooks));
    all.addAll(table("", hooks));
    return all;
  }

  /// The routes of the tracking listener.
  public List<RouteTable.Route> trackingRoutes() {
    List<RouteTable.Route> all = new ArrayList<>(table("", hooks));
    all.addAll(table("", tracking));
    return all;
  }

  /// The routes of the admin listener.
  public List<RouteTable.Route> adminRoutes() {
    return table("", admin);
  }

  private static List<RouteTable.Route> table(String prefix, List<Routes> features) {
    RouteTable table = new RouteTable(prefix);
    features.forEach(table::add);
    return table.routes();
  }
}
