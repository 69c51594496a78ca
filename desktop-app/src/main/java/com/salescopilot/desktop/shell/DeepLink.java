package com.salescopilot.desktop.shell;

import com.salescopilot.model.mail.Address;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A link into the program from elsewhere. It opens a screen and never acts: whoever made it may
/// not mean well.
public sealed interface DeepLink {
  /// What every link begins with.
  String SCHEME = "salescopilot:";

  /// The longest one, in characters.
  int LONGEST = 2_048;

  /// Leads to a place.
  record To(Route route) implements DeepLink {}

  /// Leads to a new letter to an address.
  record Letter(String address) implements DeepLink {}

  /// Leads nowhere.
  record Nowhere() implements DeepLink {}

  /// Reads `salescopilot://prospect/{id}`, `campaign/{id}` or `compose?to=`, and nothing else.
  static DeepLink parse(String text) {
    Matcher link = Form.LINK.matcher(text.length() > LONGEST ? "" : text);
    if (!link.matches()) {
      return new Nowhere();
    }
    if (link.group("to") != null) {
      return letter(link.group("to"));
    }
    UUID id = UUID.fromString(link.group("id"));
    return new To(
        link.group("kind").equals("prospect")
            ? new Route.ProspectDetail(id)
            : new Route.CampaignDetail(id));
  }

  private static DeepLink letter(String encoded) {
    try {
      // a plus is a plus in an address
      String address = URLDecoder.decode(encoded.replace("+", "%2B"), StandardCharsets.UTF_8);
      return Address.parse(address) instanceof Address.Accepted
          ? new Letter(address)
          : new Nowhere();
    } catch (IllegalArgumentException _) {
      return new Nowhere(); // a broken escape
    }
  }

  /// How they look.
  final class Form {
    private static final Pattern LINK =
        Pattern.compile(
            SCHEME
                + "//(?:(?<kind>prospect|campaign)/(?<id>\\p{XDigit}{8}(?:-\\p{XDigit}{4}){3}-\\p{XDigit}{12})"
                + "|compose\\?to=(?<to>[^&#\\s]+))");

    private Form() {}
  }
}
