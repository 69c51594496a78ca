package com.salescopilot.desktop.editor;

import com.salescopilot.desktop.ui.Texts;
import com.salescopilot.model.entity.Doc;
import com.salescopilot.model.entity.Entity;
import com.salescopilot.model.letter.Letter;
import com.salescopilot.model.letter.Sender;
import com.salescopilot.model.template.Compiled;
import com.salescopilot.model.template.FieldCatalogue;
import com.salescopilot.model.template.FieldValues;
import com.salescopilot.model.template.Mode;
import com.salescopilot.model.template.PickSeed;
import com.salescopilot.model.template.Rendered;
import com.salescopilot.model.template.Template;
import com.salescopilot.model.template.TemplateError;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

/// Reads a letter as its readers will: what is wrong with it, and what one person would get.
///
/// @param catalogue the fields that exist
/// @param sender who would send it
/// @param company what is known of where somebody works
public record LetterReader(
    FieldCatalogue catalogue,
    Sender sender,
    FieldWords words,
    Function<Doc, Optional<Doc>> company) {

  private static final Doc NOBODY = new Doc(Entity.PROSPECT, new UUID(0, 0), 0, new TreeMap<>());

  /// A letter as it is kept.
  ///
  /// @param content see [KeptLetter]
  public record Source(String subject, String content) {}

  /// What one person would read.
  ///
  /// @param problems what this person lacks, in words
  public record Read(String subject, Document body, List<String> problems) {}

  /// A reader in somebody's words.
  ///
  /// @param customKeys the keys of custom fields that the workspace uses
  public static LetterReader of(Sender sender, Collection<String> customKeys, Texts texts) {
    return new LetterReader(
        new FieldCatalogue(customKeys), sender, new FieldWords(texts), _ -> Optional.empty());
  }

  /// The same with what is known of companies.
  public LetterReader knowing(Function<Doc, Optional<Doc>> companies) {
    return new LetterReader(catalogue, sender, words, companies);
  }

  /// Why a letter cannot be used whoever it goes to, in words; by `subject` and `content`.
  public Map<String, String> problems(Source letter) {
    Map<String, String> found = new LinkedHashMap<>();
    problem(letter.subject(), Mode.SUBJECT).ifPresent(why -> found.put("subject", why));
    problem(letter.content(), mode(letter.content())).ifPresent(why -> found.put("content", why));
    return found;
  }

  /// All that keeps a letter from being made out to somebody, in words.
  public List<String> lacking(Source letter, Doc prospect) {
    return Stream.concat(
            problems(letter).values().stream(),
            made(letter, Optional.of(prospect)).problems().stream())
        .distinct()
        .toList();
  }

  /// What this person would read; without a person, the text with the names of its fields.
  public Read made(Source letter, Optional<Doc> prospect) {
    return made(letter, prospect, PickSeed.NONE, Map.of());
  }

  /// The same where more is known.
  ///
  /// @param seed what chance in it goes by
  /// @param more values of fields that are not the prospect's
  public Read made(Source letter, Optional<Doc> prospect, PickSeed seed, Map<String, String> more) {
    Map<String, String> known =
        new HashMap<>(
            Letter.values(prospect.orElse(NOBODY), sender, prospect.flatMap(company)).byName());
    known.putAll(more);
    FieldValues values = new FieldValues(known);
    List<String> lacking = new ArrayList<>();
    String subject = rendered(letter.subject(), Mode.SUBJECT, values, seed, lacking);
    Mode mode = mode(letter.content());
    String body = rendered(letter.content(), mode, values, seed, lacking);
    return new Read(
        subject,
        mode == Mode.HTML ? HtmlCodec.read(body).document() : TextCodec.read(body),
        prospect.isPresent() ? lacking.stream().distinct().toList() : List.of());
  }

  private String rendered(
      String source, Mode mode, FieldValues values, PickSeed seed, List<String> lacking) {
    Compiled compiled = Template.compile(source, mode, catalogue);
    Rendered rendered = compiled.render(values, seed);
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
