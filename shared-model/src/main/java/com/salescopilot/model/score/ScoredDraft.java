package com.salescopilot.model.score;

import com.salescopilot.model.letter.Letter;
import com.salescopilot.model.mail.PlainText;
import com.salescopilot.model.template.FieldCatalogue;
import com.salescopilot.model.template.FieldValues;
import com.salescopilot.model.template.Mode;
import com.salescopilot.model.template.PickSeed;
import com.salescopilot.model.template.Rendered;
import com.salescopilot.model.template.Template;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/// A draft as it is judged: made out to its reader, or with its fields' names where nobody is
/// chosen yet.
///
/// @param html comes before the text if there are both
public record ScoredDraft(String subject, Optional<String> html, Optional<String> text) {

  /// To somebody.
  ///
  /// @param values the reader's and the sender's
  /// @param fields what the workspace knows; another one stays unresolved
  public ScoredMail to(FieldValues values, FieldCatalogue fields, PickSeed seed) {
    Set<String> uses = new LinkedHashSet<>();
    ScoredMail mail = rendered(values, fields, seed, uses);
    return mail.to(values.byName()).using(uses);
  }

  /// To nobody yet: fields count as what they will stand for, and are nothing to complain of.
  public ScoredMail toAnybody(FieldCatalogue fields) {
    Set<String> uses = new LinkedHashSet<>();
    ScoredMail mail = rendered(new FieldValues(Map.of()), fields, PickSeed.NONE, uses);
    uses.addAll(Template.compile(subject, Mode.SUBJECT, fields).fields());
    html.map(Letter::canonical)
        .map(source -> Template.compile(source, Mode.HTML, fields))
        .or(() -> text.map(source -> Template.compile(source, Mode.TEXT, fields)))
        .ifPresent(compiled -> uses.addAll(compiled.fields()));
    return mail.using(uses).when(Circumstance.TEMPLATE);
  }

  private ScoredMail rendered(
      FieldValues values, FieldCatalogue fields, PickSeed seed, Set<String> uses) {
    BiFunction<String, Mode, String> made =
        (source, mode) -> {
          Rendered rendered = Template.compile(source, mode, fields).render(values, seed);
          uses.addAll(rendered.uses());
          return rendered.text();
        };
    return letter(
        made.apply(subject, Mode.SUBJECT),
        html.map(source -> made.apply(Letter.canonical(source), Mode.HTML)),
        () -> text.map(own -> made.apply(own, Mode.TEXT)).orElse(""));
  }

  /// One that was sent: its words are what they are, even where they look like a field.
  ///
  /// @param values the reader's
  public ScoredMail asSent(FieldValues values) {
    return letter(subject, html, () -> text.orElse("")).to(values.byName());
  }

  private static ScoredMail letter(String line, Optional<String> html, Supplier<String> text) {
    if (html.isEmpty()) {
      return ScoredMail.of(line, text.get());
    }
    String markup = html.get();
    Element body = Jsoup.parseBodyFragment(markup).body();
    List<String> links = new ArrayList<>(body.select("a[href]").eachAttr("href"));
    ScoredMail mail = ScoredMail.of(line, PlainText.fromHtml(markup)).linking(links);
    return body.select("img").isEmpty() ? mail : mail.when(Circumstance.HAS_IMAGE);
  }
}
