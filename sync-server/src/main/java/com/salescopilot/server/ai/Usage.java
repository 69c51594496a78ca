package com.salescopilot.server.ai;

/// Tokens, as the provider counts them.
record Usage(long in, long out) {
  static final Usage NONE = new Usage(0, 0);

  Usage and(Usage more) {
    return new Usage(in + more.in, out + more.out);
  }

  long all() {
    return in + out;
  }
}
