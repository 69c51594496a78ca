package com.salescopilot.desktop.compose;

import com.salescopilot.desktop.desk.Desk;
import com.salescopilot.desktop.desk.Letters;
import com.salescopilot.desktop.editor.Document;
import com.salescopilot.desktop.editor.HtmlCodec;
import com.salescopilot.desktop.editor.LetterReader;
import com.salescopilot.desktop.editor.TextCodec;
import com.salescopilot.desktop.ui.Texts;
import com.salescopilot.model.letter.Letter;
import com.salescopilot.model.value.Value;

/// Makes a letter out to its readers as it will be sent; where that cannot be done, says why in the
/// language of the window.
final class Previews {
  private final Desk desk;
  private final Letters letters;
  private final Texts texts;

  Previews(Desk desk, Letters letters, Texts texts) {
    this.desk = desk;
    this.letters = letters;
    this.texts = texts;
  }

  /// What becomes of a letter for one reader.
  Preview of(Written written, Recipient.Known reader, int place, int of) {
    return switch (letters.rendered(written.asDraft(), reader.prospect())) {
      case Letter.Ready(String title, Value.Fields body) ->
          new Preview.Finished(reader.label(), place, of, title, readable(body));
      case Letter.Unfinished _ ->
          new Preview.Incomplete(
              reader.label(),
              place,
              of,
              LetterReader.of(letters.sender(), desk.store().customKeys(), texts)
                  .knowing(letters::company)
                  .lacking(
                      new LetterReader.Source(written.subject(), written.body()),
                      reader.prospect()));
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
