package com.salescopilot.model.mail;

import com.salescopilot.model.id.DerivedId;

/// What stands in the place of the mail address of somebody whose data was erased. Nothing can be
/// delivered to any of them (RFC 2606).
public final class ErasedAddress {
  private static final String NOWHERE = "@erased.invalid";

  /// Whom a mail went to. It says nothing about them.
  public static final String NOBODY = "nobody" + NOWHERE;

  private ErasedAddress() {}

  /// By which the address is known again should it come back, without being kept.
  ///
  /// @param key the address in the form in which addresses are compared
  public static String of(String key) {
    return DerivedId.erased(key) + NOWHERE;
  }

  /// Whether a text stands for an address that is kept no more.
  public static boolean is(String address) {
    return address.endsWith(NOWHERE);
  }
}
