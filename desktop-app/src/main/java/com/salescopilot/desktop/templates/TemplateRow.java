package com.salescopilot.desktop.templates;

import com.salescopilot.model.entity.Doc;
import com.salescopilot.model.value.Value;
import java.util.OptionalDouble;
import java.util.UUID;

/// A template as the list shows it.
///
/// @param favourite whether this user marked it
/// @param waits whether changes of it have not reached the server
record TemplateRow(Doc doc, boolean favourite, boolean waits) {
  UUID id() {
    return doc.id();
  }

  String text(String field) {
    return doc.text(field).orElse("");
  }

  String title() {
    return text("title");
  }

  long used() {
    return doc.whole("usedCount");
  }

  /// A share that the server counted; empty as long as nobody knows.
  OptionalDouble share(String field) {
    return doc.get(field)
        .map(
            value ->
                switch (value) {
                  case Value.Decimal(double number) -> OptionalDouble.of(number);
                  case Value.Whole(long number) -> OptionalDouble.of((double) number);
                  case Value.Text _, Value.Flag _, Value.Items _, Value.Fields _ ->
                      OptionalDouble.empty();
                })
        .orElseGet(OptionalDouble::empty);
  }
}
