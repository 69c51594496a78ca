package com.salescopilot.model.mail;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;

/// A mail address that can be written to and put on the wire: `local@domain`.
///
/// Narrower than RFC 5322: no quoted local part, address literal, comment or folding, which no
/// salesperson types and which carry injections. Nothing asks the DNS.
///
/// @param local as it was typed: only the receiver knows whether its case matters
/// @param domain in ASCII (`xn--` form) and lower case
public record Address(String local, String domain) {

  /// An address is valid or does not exist.
  ///
  /// @throws IllegalArgumentException with a sentence for people
  public Address {
    domain = domain.toLowerCase(Locale.ROOT);
    AddressGrammar.refusal(local, domain)
        .ifPresent(
            reason -> {
              throw new IllegalArgumentException(reason);
            });
  }

  /// The answer of [#parse(String)].
  public sealed interface Parsed permits Accepted, Refused {}

  /// The text is an address.
  public record Accepted(Address address) implements Parsed {}

  /// The text is no address that we can write to.
  ///
  /// @param reason a sentence for people, which does not repeat the text
  public record Refused(String reason) implements Parsed {

    /// The reason as the end of a longer sentence, without its full stop.
    public String clause() {
      return reason.substring(0, 1).toLowerCase(Locale.ROOT)
          + reason.substring(1, reason.length() - 1);
    }
  }

  /// Reads an address; never throws. Blanks around it are refused like any other: whoever takes
  /// typed input strips it first.
  public static Parsed parse(String text) {
    return AddressGrammar.parse(text);
  }

  /// What two addresses of one person share: the address in lower case, composed (NFC).
  public String key() {
    return Normalizer.normalize(this.toString(), Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
  }

  /// Whether the receiving server must offer SMTPUTF8 (RFC 6531), as the local part is not ASCII.
  public boolean needsSmtpUtf8() {
    return !StandardCharsets.US_ASCII.newEncoder().canEncode(local);
  }

  /// The address as it goes into `RCPT TO` and `To`.
  @Override
  public String toString() {
    return local + "@" + domain;
  }
}
