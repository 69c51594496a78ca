package com.salescopilot.desktop.compose;

import com.salescopilot.desktop.ui.Texts;
import com.salescopilot.model.template.FieldCatalogue;

/// What merge fields are called.
final class FieldTitles {
  private FieldTitles() {}

  static String of(String field, Texts texts) {
    if (field.startsWith(FieldCatalogue.CUSTOM)) {
      return field.substring(FieldCatalogue.CUSTOM.length());
    }
    String key = "field." + field;
    return texts.bundle(FieldTitles.class).containsKey(key)
        ? texts.get(FieldTitles.class, key)
        : field;
  }
}
