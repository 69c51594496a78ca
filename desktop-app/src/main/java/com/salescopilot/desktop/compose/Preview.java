package com.salescopilot.desktop.compose;

import com.salescopilot.desktop.editor.Document;
import com.salescopilot.desktop.editor.HtmlCodec;
import com.salescopilot.desktop.editor.TextCodec;
import com.salescopilot.model.letter.Letter;
import com.salescopilot.model.template.TemplateError;
import com.salescopilot.model.value.Value;
import java.util.List;

/// What one of the people would read.
sealed interface Preview {
  /// Nobody is chosen, so nobody reads anything.
  record Nobody() implements Preview {}

  /// The letter, made out.
  ///
  /// @param place which of them this is, from 1 on
  record Finished(String name, int place, int of, String subject, Document letter)
      implements Preview {}

  /// The letter cannot be made out to this one.
  ///
  /// @param problems a sentence each
  record Incomplete(String name, int place, int of, List<String> problems) implements Preview {
    public Incomplete {
      problems = List.copyOf(problems);
    }
  }

  /// What becomes of a letter for one reader.
  static Preview of(Letter made, Recipient.Known reader, int place, int of) {
    return switch (made) {
      case Letter.Ready(String title, Value.Fields body) ->
          new Preview.Finished(reader.label(), place, of, title, readable(body));
      case Letter.Unfinished(List<TemplateError> problems) ->
          new Preview.Incomplete(
              reader.label(),
              place,
              of,
              problems.stream().map(TemplateError::message).distinct().toList());
    };
  }

  private static Document readable(Value.Fields body) {
    if (body.members().get("html") instanceof Value.Text(String html)) {
      return HtmlCodec.read(html).document();
    }
    return body.members().get("text") instanceof Value.Text(String text)
        ? TextCodec.read(text)
        : Document.EMPTY;
  }
}
