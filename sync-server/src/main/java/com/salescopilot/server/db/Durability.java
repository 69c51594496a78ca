package com.salescopilot.server.db;

import java.util.List;

/// What a commit of the database that comes with the server means.
public enum Durability {
  /// Acknowledged is on the disk.
  DURABLE("on"),
  /// Fast and lost with the power: for databases that live as long as a test.
  THROW_AWAY("off");

  static final List<String> SETTINGS = List.of("fsync", "synchronous_commit", "full_page_writes");

  private final String value;

  Durability(String value) {
    this.value = value;
  }

  String value() {
    return value;
  }
}
