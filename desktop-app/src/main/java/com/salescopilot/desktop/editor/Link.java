package com.salescopilot.desktop.editor;

import com.salescopilot.model.template.MergeField;
import com.salescopilot.model.template.SafeLink;
import java.net.IDN;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Where a click leads: an http, https or mailto address, which may have merge fields, or one merge
/// field that is the whole address.
///
/// @param target as [#of] made it
public record Link(String target) {
  private static final Pattern EDGES =
      Pattern.compile("^[\\s\\p{Z}\\p{Cntrl}]+|[\\s\\p{Z}\\p{Cntrl}]+$");
  private static final Pattern SCHEME = Pattern.compile("^[A-Za-z][A-Za-z0-9+.-]*:(?!\\d)");
  private static final Pattern ADDRESS = Pattern.compile("[^/?#@\\s]+@[^/?#@\\s]+");
  private static final Pattern DOMAIN = Pattern.compile("[^/?#@\\s]+\\.[^/?#@\\s]+(?:[/?#].*)?");
  private static final Pattern HOST =
      Pattern.compile("(?i)https?://(?:[^/?#]*@)?([^/?#]*?)(?::\\d*)?(?:[/?#].*)?");

  /// @throws IllegalArgumentException if it is not what [#of] makes
  public Link {
    if (!isSafe(target)) {
      throw new IllegalArgumentException("no link");
    }
  }

  /// The link somebody meant, if it can be one. Quotes and blanks in it are encoded.
  public static Optional<Link> of(String written) {
    String target = encoded(EDGES.matcher(written).replaceAll(""));
    return isSafe(target) ? Optional.of(new Link(target)) : Optional.empty();
  }

  /// As [#of], but takes `example.com` and `ada@example.com` too, as people type them.
  public static Optional<Link> typed(String written) {
    String bare = EDGES.matcher(written).replaceAll("");
    if (bare.isEmpty() || SCHEME.matcher(bare).find() || bare.startsWith("{{")) {
      return of(bare);
    }
    if (ADDRESS.matcher(bare).matches()) {
      return of("mailto:" + bare);
    }
    return DOMAIN.matcher(bare).matches() ? of("https://" + bare) : Optional.empty();
  }

  /// What a reader should know before a click: the host, without the name that may pretend to be
  /// one, in the spelling that cannot be mistaken for another; of a mail address the address.
  public String host() {
    Matcher host = HOST.matcher(target);
    if (host.matches()) {
      return ascii(host.group(1));
    }
    return target.toLowerCase(Locale.ROOT).startsWith("mailto:")
        ? target.substring("mailto:".length()).replaceFirst("\\?.*", "")
        : target;
  }

  private static String ascii(String host) {
    try {
      return IDN.toASCII(host).toLowerCase(Locale.ROOT);
    } catch (IllegalArgumentException e) {
      // no name of a host, so nothing it could be mistaken for
      return host;
    }
  }

  private static boolean isSafe(String target) {
    if (!target.equals(encoded(target))
        || target.codePoints().anyMatch(c -> Character.getType(c) == Character.SURROGATE)) {
      return false;
    }
    List<MergeField.Place> fields = MergeField.in(target);
    if (!fields.isEmpty() && fields.getFirst().start() == 0) {
      return fields.getFirst().end() == target.length();
    }
    return SafeLink.matches(withFields(target, "x"));
  }

  /// The target with every field replaced by the same letters.
  private static String withFields(String target, String letters) {
    StringBuilder out = new StringBuilder(target);
    for (MergeField.Place place : MergeField.in(target).reversed()) {
      out.replace(place.start(), place.end(), letters);
    }
    return out.toString();
  }

  /// Fields in their one spelling, and around them no quote, blank or bracket.
  private static String encoded(String target) {
    StringBuilder out = new StringBuilder(target.length());
    int at = 0;
    for (MergeField.Place place : MergeField.in(target)) {
      out.append(escaped(target.substring(at, place.start()))).append(place.field().source());
      at = place.end();
    }
    return out.append(escaped(target.substring(at))).toString();
  }

  private static String escaped(String piece) {
    return piece
        .replace(" ", "%20")
        .replace("\"", "%22")
        .replace("'", "%27")
        .replace("<", "%3C")
        .replace(">", "%3E");
  }
}
