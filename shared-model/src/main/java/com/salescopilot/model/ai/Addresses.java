package com.salescopilot.model.ai;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Whatever in a text leads somewhere: web addresses, hosts, e-mail addresses, handles.
final class Addresses {
  private static final String LABEL = "[\\p{L}\\p{N}](?:[\\p{L}\\p{N}\\-_]*[\\p{L}\\p{N}])?";
  private static final Pattern ADDRESS =
      Pattern.compile(
          "[a-z][a-z0-9+.\\-]*:/{1,}\\S+"
              + "|\\b(?:mailto|tel|sms|callto):\\S+"
              + "|\\bwww\\.\\S+"
              + "|[^\\s@<>(),;:\"]+@[^\\s@<>(),;:\"]+"
              + ("|(?<![\\p{L}\\p{N}@])(?:" + LABEL + "\\.)+\\p{L}{2,}(?:[/?#]\\S*)?")
              + "|(?<![\\p{L}\\p{N}])[@#][\\p{L}\\p{N}_]+"
              + ("|"
                  + LABEL
                  + "\\s*[\\[({]?\\s*\\b(?:dot|punkt|point|punto|punt)\\b\\s*[\\])}]?\\s*"
                  + "(?:com|net|org|io|de|fr|es|it|nl|eu|co|ai|biz|info)\\b")
              + "|[\\p{L}\\p{N}]+\\s*[\\[({]\\s*(?:\\.|at|@)\\s*[\\])}]\\s*[\\p{L}\\p{N}]+");
  private static final Pattern LINK =
      Pattern.compile("[a-z][a-z0-9+.\\-]*:/{1,}\\S+|\\bwww\\.\\S+|\\b(?:mailto|tel|sms):\\S+");
  private static final Pattern TRAILING = Pattern.compile("[.,;:!?)\\]}'\"»”’>…]+$");
  private static final Pattern SCHEME = Pattern.compile("^[a-z][a-z0-9+.\\-]*:/*");

  private Addresses() {}

  /// All addresses, in one spelling.
  static List<String> in(String text) {
    return found(ADDRESS, text);
  }

  /// Only what a mail program makes a link of.
  static List<String> links(String text) {
    return found(LINK, text);
  }

  /// The addresses of what is known, with the hosts in them: whose address one knows, their host
  /// one may name.
  static Set<String> known(String text) {
    Set<String> known = new LinkedHashSet<>();
    for (String address : in(text)) {
      known.add(address);
      String bare = SCHEME.matcher(address).replaceFirst("");
      String host = bare.substring(bare.indexOf('@') + 1).replaceFirst("[/?#].*", "");
      known.add(host);
      known.add(host.replaceFirst("^www\\.", ""));
    }
    return known;
  }

  private static List<String> found(Pattern pattern, String text) {
    List<String> addresses = new ArrayList<>();
    Matcher found = pattern.matcher(Word.fold(text).replace('。', '.'));
    while (found.find()) {
      String address = TRAILING.matcher(found.group()).replaceFirst("");
      if (!address.isEmpty()) {
        addresses.add(address);
      }
    }
    return addresses;
  }
}
