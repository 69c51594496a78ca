package com.salescopilot.desktop.remote;

/// A wish for an account.
///
/// @param firstName may be empty, like the last name
public record SignUp(String email, String password, String firstName, String lastName) {

  /// Not for a log.
  @Override
  public String toString() {
    return "SignUp";
  }
}
