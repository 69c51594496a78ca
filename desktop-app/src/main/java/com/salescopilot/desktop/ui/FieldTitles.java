package com.salescopilot.desktop.ui;

import com.salescopilot.model.template.FieldCatalogue;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Which merge fields are offered to those who write, and what they are called.
public final class FieldTitles {
  /// Those that a letter has a value for, in the order in which they are offered.
  private static final List<String> OFFERED =
      List.of(
          "firstName",
          "lastName",
          "company",
          "jobTitle",
          "email",
          "sender.firstName",
          "sender.lastName",
          "sender.email",
          "companyData.name",
          "companyData.industry",
          "companyData.size",
          "companyData.location",
          "unsubscribeUrl");

  private final Texts texts;

  public FieldTitles(Texts texts) {
    this.texts = texts;
  }

  /// The fields that are offered for a letter.
  public static List<String> offered(FieldCatalogue catalogue) {
    return Stream.concat(
            OFFERED.stream(),
            catalogue.names().stream().filter(name -> name.startsWith(FieldCatalogue.CUSTOM)))
        .toList();
  }

  /// What a field of a row or a letter is called; empty for one that has no name in this language.
  public Optional<String> known(String field) {
    return texts.bundle(FieldTitles.class).containsKey("field." + field)
        ? Optional.of(of(field))
        : Optional.empty();
  }

  /// What a field is called.
  public String of(String field) {
    return field.startsWith(FieldCatalogue.CUSTOM)
        ? field.substring(FieldCatalogue.CUSTOM.length())
        : texts.get(FieldTitles.class, "field." + field);
  }
}
