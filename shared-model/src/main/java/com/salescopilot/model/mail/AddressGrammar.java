package com.salescopilot.model.mail;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.salescopilot.model.mail.Address.Accepted;
import com.salescopilot.model.mail.Address.Parsed;
import com.salescopilot.model.mail.Address.Refused;
import java.net.IDN;
import java.util.Optional;

/// The grammar of [Address]: RFC 5321 `Dot-string "@" Domain` with at least two labels, domains in
/// other scripts by UTS 46, local parts in other scripts by RFC 6531.
final class AddressGrammar {
  private static final String ATEXT_SYMBOLS = "!#$%&'*+-/=?^_`{|}~"; // RFC 5322 §3.2.3
  private static final int MAX_LOCAL_OCTETS = 64; // RFC 5321 §4.5.3.1.1
  private static final int MAX_LABEL = 63; // RFC 1035 §2.3.4
  // RFC 5321 §4.5.3.1.3 without the angle brackets; leaves a domain less than its own 255.
  private static final int MAX_OCTETS = 254;
  // No form of a valid address is longer, and conversion need not chew on a megabyte.
  private static final int MAX_TYPED = 1_000;

  private AddressGrammar() {}

  static Parsed parse(String text) {
    if (text.isEmpty()) {
      return new Refused("The address is empty.");
    }
    if (text.length() > MAX_TYPED) {
      return new Refused(tooLong());
    }
    Optional<String> offence = HeaderGuard.offence(text);
    if (offence.isPresent()) {
      return new Refused("The address holds " + offence.get() + ".");
    }
    int at = text.lastIndexOf('@');
    if (at < 0) {
      return new Refused("The address has no @.");
    }
    String local = text.substring(0, at);
    return switch (toAscii(text.substring(at + 1))) {
      case Ascii(String domain) ->
          refusal(local, domain)
              .<Parsed>map(Refused::new)
              .orElseGet(() -> new Accepted(new Address(local, domain)));
      case NotAscii(String reason) -> new Refused(reason);
    };
  }

  /// Why the two halves make no address; empty if they do.
  static Optional<String> refusal(String local, String domain) {
    return refusedLocal(local)
        .or(() -> refusedDomain(domain))
        .or(() -> octets(local) + 1 + domain.length() > MAX_OCTETS ? said(tooLong()) : none());
  }

  private static Optional<String> refusedLocal(String local) {
    if (local.isEmpty()) {
      return said("The part before the @ is missing.");
    }
    if (octets(local) > MAX_LOCAL_OCTETS) {
      return said("The part before the @ is longer than 64 bytes.");
    }
    if (local.startsWith(".") || local.endsWith(".") || local.contains("..")) {
      return said("The part before the @ has a dot at its start or end, or two in a row.");
    }
    return local
        .codePoints()
        .filter(c -> c != '.' && !isAtext(c))
        .mapToObj(AddressGrammar::refusedCharacter)
        .findFirst();
  }

  private static String refusedCharacter(int c) {
    return switch (c) {
      case '"' -> "Addresses with quotes are not supported.";
      case '(', ')' -> "Addresses with comments in brackets are not supported.";
      case '@' -> "The address has more than one @.";
      case ' ' -> "The address holds a blank.";
      default -> "The part before the @ may not hold %s.".formatted(shown(c));
    };
  }

  private static boolean isAtext(int c) {
    if (c < 0x80) {
      return isLetterOrDigit(c) || ATEXT_SYMBOLS.indexOf(c) >= 0;
    }
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT, // invisible: two addresses would look alike
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.SPACE_SEPARATOR,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }

  private static Optional<String> refusedDomain(String domain) {
    String[] labels = domain.split("\\.", -1);
    for (String label : labels) {
      Optional<String> refused = refusedLabel(label);
      if (refused.isPresent()) {
        return refused;
      }
    }
    if (labels.length < 2) {
      return said("The domain needs a dot, as in example.com.");
    }
    if (labels[labels.length - 1].chars().allMatch(c -> c >= '0' && c <= '9')) {
      return said("The domain ends in a number; bare IP addresses are not supported.");
    }
    return none();
  }

  private static Optional<String> refusedLabel(String label) {
    if (label.isEmpty()) {
      return said("The domain has an empty part.");
    }
    if (label.length() > MAX_LABEL) {
      return said("A part of the domain is longer than 63 characters.");
    }
    if (label.startsWith("-") || label.endsWith("-")) {
      return said("A part of the domain starts or ends with a hyphen.");
    }
    return label
        .chars()
        .filter(c -> c != '-' && !isLetterOrDigit(c))
        .mapToObj(c -> "The domain may not hold %s.".formatted(shown(c)))
        .findFirst();
  }

  private sealed interface Domain permits Ascii, NotAscii {}

  private record Ascii(String domain) implements Domain {}

  private record NotAscii(String reason) implements Domain {}

  private static Domain toAscii(String domain) {
    if (domain.startsWith("[")) {
      return new NotAscii("Addresses with an IP address in brackets are not supported.");
    }
    if (domain.chars().allMatch(c -> c < 0x80)) {
      return new Ascii(domain);
    }
    if (domain.chars().anyMatch(AddressGrammar::isDeviation)) {
      return new NotAscii(
          "The domain holds a character that old and new rules map to different domains; type its"
              + " xn-- form.");
    }
    try {
      return new Ascii(IDN.toASCII(domain, IDN.USE_STD3_ASCII_RULES));
    } catch (IllegalArgumentException _) {
      return new NotAscii("The domain cannot be written in ASCII.");
    }
  }

  /// ß, final sigma and the two joiners (UTS 46 §7): Java's IDNA 2003 would mail a neighbour.
  private static boolean isDeviation(int c) {
    return c == 'ß' || c == 'ς' || c == '\u200C' || c == '\u200D';
  }

  private static boolean isLetterOrDigit(int c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  }

  private static int octets(String text) {
    return text.getBytes(UTF_8).length;
  }

  private static String shown(int c) {
    return c > ' ' && c < 0x7F ? Character.toString(c) : "the character U+%04X".formatted(c);
  }

  private static String tooLong() {
    return "The address is longer than 254 bytes.";
  }

  private static Optional<String> said(String reason) {
    return Optional.of(reason);
  }

  private static Optional<String> none() {
    return Optional.empty();
  }
}
