package com.salescopilot.desktop.remote;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The ways into one's account.
///
/// @param password whether it has one
/// @param forgotten whether a password can be set by a mail
/// @param providers those that this server is registered at, or that are linked all the same
public record WaysIn(boolean password, boolean forgotten, List<Way> providers) {
  /// A provider.
  ///
  /// @param address what the provider said of the person; empty if it is not linked. It may say
  ///   nothing.
  /// @param offered whether one can be linked to it here
  public record Way(BrowserSignIn.Provider provider, Optional<String> address, boolean offered) {
    public boolean linked() {
      return address.isPresent();
    }
  }

  public WaysIn {
    providers = List.copyOf(providers);
  }

  static WaysIn of(ObjectNode linked, ObjectNode options) {
    SignInOptions here = SignInOptions.of(options);
    List<Way> ways = new ArrayList<>();
    for (BrowserSignIn.Provider provider : BrowserSignIn.Provider.values()) {
      boolean offered =
          switch (provider) {
            case GOOGLE -> here.google();
            case LINKEDIN -> here.linkedin();
          };
      Optional<String> address =
          linked
              .path("items")
              .valueStream()
              .filter(item -> item.path("provider").asText().equals(provider.word()))
              .map(item -> item.path("email").asText())
              .findFirst();
      if (offered || address.isPresent()) {
        ways.add(new Way(provider, address, offered));
      }
    }
    return new WaysIn(linked.path("password").asBoolean(), here.passwordReset(), ways);
  }

  /// Whether nothing would be left if this were taken away.
  public boolean isOnlyWay(Way way) {
    return way.linked() && !password && providers.stream().filter(Way::linked).count() == 1;
  }
}
