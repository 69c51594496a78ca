package com.salescopilot.desktop.storm;

import com.salescopilot.desktop.network.TestServer;

/// Somebody with a workspace of their own and several machines.
///
/// @param canary stands in every text that they write
record Member(String email, String canary, Ledger ledger) {

  static Member named(String canary) {
    return new Member(TestServer.newAddress(), canary, new Ledger());
  }
}
