package com.salescopilot.model.letter;

import com.salescopilot.model.template.FieldCatalogue;
import com.salescopilot.model.template.FieldValues;
import com.salescopilot.model.template.Mode;
import com.salescopilot.model.template.PickSeed;
import com.salescopilot.model.template.Rendered;
import com.salescopilot.model.template.Template;
import com.salescopilot.model.template.TemplateError;
import java.util.ArrayList;
import java.util.List;

/// The pieces of one letter while it is made out, and what is wrong with any of them.
final class Making {
  private final FieldCatalogue fields;
  private final FieldValues values;
  private final PickSeed seed;
  private final List<TemplateError> problems = new ArrayList<>();

  Making(FieldCatalogue fields, FieldValues values, PickSeed seed) {
    this.fields = fields;
    this.values = values;
    this.seed = seed;
  }

  String of(String source, Mode mode) {
    Rendered rendered = Template.compile(source, mode, fields).render(values, seed);
    problems.addAll(rendered.errors());
    return rendered.text();
  }

  List<TemplateError> problems() {
    return problems;
  }
}
