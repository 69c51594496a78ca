package com.salescopilot.model.template;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// The fields that a template may use: those of every prospect, and the workspace's own.
public final class FieldCatalogue {
  /// What stands before the key of a workspace's own field.
  public static final String CUSTOM = "custom.";

  private static final int NEAR = 2;
  private static final List<String> FIXED =
      List.of(
          "firstName",
          "lastName",
          "email",
          "company",
          "jobTitle",
          "companyData.name",
          "companyData.industry",
          "companyData.size",
          "companyData.location",
          "sender.firstName",
          "sender.lastName",
          "sender.email",
          "unsubscribeUrl");

  private final Set<String> names;

  /// The catalogue of a workspace.
  ///
  /// @param customKeys the keys of custom fields in use, without `custom.`
  public FieldCatalogue(Collection<String> customKeys) {
    names = new LinkedHashSet<>(FIXED);
    customKeys.forEach(key -> names.add(CUSTOM + key));
  }

  /// The catalogue for one letter: the fields of every prospect, and those that this one has.
  public static FieldCatalogue of(FieldValues values) {
    return new FieldCatalogue(
        values.byName().keySet().stream()
            .filter(name -> name.startsWith(CUSTOM))
            .map(name -> name.substring(CUSTOM.length()))
            .toList());
  }

  /// All names, the fixed ones first.
  public List<String> names() {
    return List.copyOf(names);
  }

  /// Whether a field exists; case matters.
  public boolean knows(String name) {
    return names.contains(name);
  }

  /// The name that was probably meant: the nearest within two typing slips, case aside.
  public Optional<String> nearest(String name) {
    record Candidate(String name, int distance) {}
    String wanted = name.toLowerCase(Locale.ROOT);
    return names.stream()
        .map(
            known ->
                new Candidate(
                    known, EditDistance.within(NEAR, wanted, known.toLowerCase(Locale.ROOT))))
        .filter(candidate -> candidate.distance() <= NEAR)
        .min(Comparator.comparingInt(Candidate::distance))
        .map(Candidate::name);
  }
}
