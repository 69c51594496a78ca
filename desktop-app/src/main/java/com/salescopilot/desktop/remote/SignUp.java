package com.salescopilot.desktop.remote;

import java.util.HashMap;
import java.util.Map;

/// A wish for an account.
///
/// @param firstName may be empty, like the last name
/// @param invitation the code of one; empty without
public record SignUp(
    String email, String password, String firstName, String lastName, String invitation) {

  /// Without an invitation.
  public SignUp(String email, String password, String firstName, String lastName) {
    this(email, password, firstName, lastName, "");
  }

  Map<String, String> body() {
    Map<String, String> body = new HashMap<>();
    body.put("email", email);
    body.put("password", password);
    body.put("firstName", firstName);
    body.put("lastName", lastName);
    if (!invitation.isEmpty()) {
      body.put("inviteCode", invitation);
    }
    return body;
  }

  /// Not for a log.
  @Override
  public String toString() {
    return "SignUp";
  }
}
