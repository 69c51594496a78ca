package com.salescopilot.model.csv;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Where each column of a file goes, in the order of the columns.
public record HeaderMapping(List<ColumnTarget> targets) {
  /// What stands before the key of a custom field in the header of an export.
  public static final String CUSTOM = "customFields.";

  private static final int LONGEST_KEY = 64;

  public HeaderMapping {
    targets = List.copyOf(targets);
  }

  /// A guess by the words of the header: the first column that means a field goes there, the others
  /// become custom fields with keys such as `phoneNumber`; what [ErrorFile] said is passed over.
  public static HeaderMapping guess(List<String> header) {
    Set<ProspectField> taken = new HashSet<>();
    Set<String> keys = new HashSet<>();
    List<ColumnTarget> targets = new ArrayList<>();
    for (int i = 0; i < header.size(); i++) {
      String name = header.get(i);
      Optional<ProspectField> field = ProspectField.meantBy(name);
      if (name.isBlank() || (i == header.size() - 1 && name.equals(ErrorFile.ERROR))) {
        targets.add(new ColumnTarget.Ignored());
      } else if (field.isPresent() && taken.add(field.get())) {
        targets.add(new ColumnTarget.Field(field.get()));
      } else {
        targets.add(new ColumnTarget.Custom(unused(key(name), keys)));
      }
    }
    return new HeaderMapping(targets);
  }

  /// The same with another target for one column. A field goes to one column: whichever had it
  /// before has none now.
  public HeaderMapping with(int column, ColumnTarget target) {
    List<ColumnTarget> changed = new ArrayList<>(targets);
    if (!(target instanceof ColumnTarget.Ignored)) {
      changed.replaceAll(other -> other.equals(target) ? new ColumnTarget.Ignored() : other);
    }
    changed.set(column, target);
    return new HeaderMapping(changed);
  }

  /// Whether anything says who somebody is.
  public boolean hasEmail() {
    return targets.contains(new ColumnTarget.Field(ProspectField.EMAIL));
  }

  /// The key of a custom field for a column of this name: the name in camel case. One that an
  /// export wrote is taken as it stands.
  public static String key(String name) {
    if (name.startsWith(CUSTOM) && name.length() > CUSTOM.length()) {
      return cut(name.substring(CUSTOM.length()), LONGEST_KEY);
    }
    StringBuilder key = new StringBuilder();
    boolean wordBegins = false;
    String composed = Normalizer.normalize(name, Normalizer.Form.NFC);
    for (int i = 0; i < composed.length(); ) {
      int c = composed.codePointAt(i);
      i += Character.charCount(c);
      if (!Character.isLetterOrDigit(c)) {
        wordBegins = true;
      } else {
        String letter = Character.toString(c);
        boolean raise = wordBegins && !key.isEmpty();
        key.append(raise ? letter.toUpperCase(Locale.ROOT) : letter);
        wordBegins = false;
      }
    }
    return key.isEmpty() ? "column" : cut(lowered(key.toString()), LONGEST_KEY);
  }

  /// `PhoneNumber` begins small, and `VAT` or `VATNumber` is not made `vAT`.
  private static String lowered(String key) {
    int capitals = 0;
    while (capitals < key.length() && Character.isUpperCase(key.charAt(capitals))) {
      capitals++;
    }
    boolean word = capitals > 1 && capitals < key.length();
    int lowered = word && Character.isLowerCase(key.charAt(capitals)) ? capitals - 1 : capitals;
    return key.substring(0, lowered).toLowerCase(Locale.ROOT) + key.substring(lowered);
  }

  private static String unused(String key, Set<String> keys) {
    String name = key;
    for (int i = 2; !keys.add(name); i++) {
      String number = Integer.toString(i);
      name = cut(key, LONGEST_KEY - number.length()) + number;
    }
    return name;
  }

  private static String cut(String text, int length) {
    if (text.length() <= length) {
      return text;
    }
    return text.substring(
        0, Character.isHighSurrogate(text.charAt(length - 1)) ? length - 1 : length);
  }
}
