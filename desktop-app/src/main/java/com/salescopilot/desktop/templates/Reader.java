package com.salescopilot.desktop.templates;

import com.salescopilot.desktop.editor.Document;
import com.salescopilot.desktop.editor.HtmlCodec;
import com.salescopilot.desktop.editor.KeptLetter;
import com.salescopilot.desktop.editor.TextCodec;
import com.salescopilot.desktop.store.Account;
import com.salescopilot.model.entity.Doc;
import com.salescopilot.model.entity.Entity;
import com.salescopilot.model.letter.Letter;
import com.salescopilot.model.letter.Sender;
import com.salescopilot.model.template.Compiled;
import com.salescopilot.model.template.FieldCatalogue;
import com.salescopilot.model.template.FieldValues;
import com.salescopilot.model.template.Mode;
import com.salescopilot.model.template.Rendered;
import com.salescopilot.model.template.Template;
import com.salescopilot.model.template.TemplateError;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/// Reads a template as its readers will: what is wrong with it, and what one person would get.
///
/// @param catalogue the fields that exist
/// @param sender who would send it
record Reader(FieldCatalogue catalogue, Sender sender, FieldWords words) {

  private static final Doc NOBODY = new Doc(Entity.PROSPECT, new UUID(0, 0), 0, new TreeMap<>());

  /// What one person would read.
  ///
  /// @param problems what this person lacks, in words
  record Letters(String subject, Document body, List<String> problems) {}

  static Reader of(Account account, List<String> customKeys, FieldWords words) {
    return new Reader(
        new FieldCatalogue(customKeys),
        new Sender(account.firstName(), account.lastName(), account.email()),
        words);
  }

  /// Why a text cannot be used whoever it goes to, in words; by the fields that it stands in.
  Map<String, String> problems(TemplateText text) {
    Map<String, String> found = new LinkedHashMap<>();
    problem(text.get("subject"), Mode.SUBJECT).ifPresent(why -> found.put("subject", why));
    String content = text.get("content");
    problem(content, mode(content)).ifPresent(why -> found.put("content", why));
    return found;
  }

  /// What this person would read; without a person, the text with the names of its fields.
  Letters made(TemplateText text, Optional<Doc> prospect) {
    FieldValues values = Letter.values(prospect.orElse(NOBODY), sender);
    List<String> lacking = new ArrayList<>();
    String subject = rendered(text.get("subject"), Mode.SUBJECT, values, lacking);
    String content = text.get("content");
    String body = rendered(content, mode(content), values, lacking);
    return new Letters(
        subject,
        mode(content) == Mode.HTML ? HtmlCodec.read(body).document() : TextCodec.read(body),
        prospect.isPresent() ? lacking.stream().distinct().toList() : List.of());
  }

  private String rendered(String source, Mode mode, FieldValues values, List<String> lacking) {
    Compiled compiled = Template.compile(source, mode, catalogue);
    Rendered rendered = compiled.render(values);
    for (TemplateError error : rendered.errors()) {
      // what is wrong for everybody stands at its field already
      if (!compiled.errors().contains(error)) {
        lacking.add(words.problem(error, source, catalogue));
      }
    }
    return rendered.text();
  }

  private Optional<String> problem(String source, Mode mode) {
    List<String> wrong =
        Template.compile(source, mode, catalogue).errors().stream()
            .map(error -> words.problem(error, source, catalogue))
            .distinct()
            .toList();
    return wrong.isEmpty() ? Optional.empty() : Optional.of(words.all(wrong));
  }

  private static Mode mode(String content) {
    return KeptLetter.isHtml(content) ? Mode.HTML : Mode.TEXT;
  }
}
