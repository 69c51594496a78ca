package com.salescopilot.server.http;

import java.time.Duration;
import java.util.List;

/// Where the three listeners stand and how much they take on.
///
/// @param bind the address of the api and the tracking listener
/// @param adminBind the address of the admin listener
/// @param port of the api listener; 0 means any free one, here as for the others
/// @param trusted proxies whose `X-Forwarded-For` counts
/// @param permits how many requests run at once on a listener
/// @param grace how long running requests may take when the listeners stop
public record Listening(
    String bind,
    String adminBind,
    int port,
    int trackingPort,
    int adminPort,
    List<Network> trusted,
    int permits,
    Duration grace) {}
