package com.salescopilot.server;

/// A setting that must never be printed.
///
/// @param value in clear
record Secret(String value) {
  @Override
  public String toString() {
    return "***";
  }
}
