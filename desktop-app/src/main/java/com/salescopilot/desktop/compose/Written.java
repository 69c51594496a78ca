package com.salescopilot.desktop.compose;

import com.salescopilot.desktop.editor.Document;
import com.salescopilot.desktop.editor.HtmlCodec;
import com.salescopilot.desktop.editor.TextCodec;
import com.salescopilot.model.entity.Doc;
import com.salescopilot.model.entity.Entity;
import com.salescopilot.model.value.Value;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/// What is written at one moment, the same for all whom it goes to.
///
/// @param template that it was begun with, if it was
record Written(String subject, Document letter, boolean plainText, Optional<UUID> template) {
  static final Written NOTHING = new Written("", Document.EMPTY, false, Optional.empty());

  /// What a draft says.
  static Written of(Doc draft) {
    String subject = draft.text("subject").orElse("");
    Optional<UUID> template = draft.uuid("templateId");
    return draft
        .body("html")
        .map(html -> new Written(subject, HtmlCodec.read(html).document(), false, template))
        .orElseGet(
            () ->
                new Written(
                    subject,
                    TextCodec.read(draft.body("text").orElse("")),
                    draft.body("text").isPresent(),
                    template));
  }

  boolean isEmpty() {
    return subject.isBlank() && letter.isEmpty();
  }

  /// The body's one half that is written; the other follows from it.
  String half() {
    return plainText ? "bodyText" : "bodyHtml";
  }

  /// The body in the form of that half.
  String body() {
    if (letter.isEmpty()) {
      return "";
    }
    return plainText ? TextCodec.write(letter) : HtmlCodec.write(letter);
  }

  /// As a draft that no store holds, to see what somebody would read.
  Doc asDraft() {
    return asDraft(Optional.empty());
  }

  /// The same, of a campaign.
  Doc asDraft(Optional<UUID> campaign) {
    SortedMap<String, Value> halves = new TreeMap<>();
    halves.put(plainText ? "text" : "html", Value.text(body()));
    return new Doc(Entity.EMAIL_DRAFT, new UUID(0, 0), 0, new TreeMap<>())
        .with("subject", Value.text(subject))
        .with("templateId", template.map(id -> Value.text(id.toString())))
        .with("campaignId", campaign.map(id -> Value.text(id.toString())))
        .with("body", new Value.Fields(halves));
  }
}
