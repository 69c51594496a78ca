package com.salescopilot.desktop.remote;

import com.fasterxml.jackson.databind.node.ObjectNode;

/// Which ways in exist at a server.
///
/// @param passwordReset whether a forgotten password can be replaced by mail
/// @param onlyInvited whether an account needs an invitation
public record SignInOptions(
    boolean google, boolean linkedin, boolean passwordReset, boolean onlyInvited) {
  /// As long as nobody knows: no button that may lead nowhere.
  public static final SignInOptions UNKNOWN = new SignInOptions(false, false, false, false);

  static SignInOptions of(ObjectNode answer) {
    return new SignInOptions(
        answer.path("google").asBoolean(),
        answer.path("linkedin").asBoolean(),
        answer.path("passwordReset").asBoolean(),
        answer.path("signup").asText().equals("INVITED"));
  }
}
