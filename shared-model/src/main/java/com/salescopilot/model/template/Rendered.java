package com.salescopilot.model.template;

import java.util.List;

/// A template with one recipient's values in it.
///
/// @param text ready to leave if there are no errors; otherwise a preview with `⟦field⟧` where a
///   value is missing, and no e-mail may be made of it
/// @param errors of the template and of the values, in the order of the source
/// @param uses the fields whose own value stands in the text, each once, in order
public record Rendered(String text, List<TemplateError> errors, List<String> uses) {

  /// Keeps copies.
  public Rendered {
    errors = List.copyOf(errors);
    uses = List.copyOf(uses);
  }
}
