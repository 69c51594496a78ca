package com.salescopilot.model.preflight;

import com.salescopilot.model.entity.Doc;
import com.salescopilot.model.letter.Letter;
import com.salescopilot.model.letter.LetterSource;
import com.salescopilot.model.mail.PlainText;
import com.salescopilot.model.preflight.Finding.Code;
import com.salescopilot.model.score.Blocker;
import com.salescopilot.model.score.Circumstance;
import com.salescopilot.model.score.Score;
import com.salescopilot.model.score.ScoredMail;
import com.salescopilot.model.score.Scorer;
import com.salescopilot.model.template.FieldValues;
import com.salescopilot.model.template.PickSeed;
import com.salescopilot.model.template.TemplateError;
import com.salescopilot.model.value.Value;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;

/// Looks at one wording of one step: by itself, and made out to everybody who is to get it.
final class StepCheck {
  /// Nobody is called so: who is greeted by another name is greeted by the step itself.
  private static final String NOBODY = "Xqzv";

  private static final int LOW = 60;

  private final Facts facts;
  private final Doc step;
  private final List<Finding> found;
  private final LetterSource source;

  StepCheck(Facts facts, Doc step, List<Finding> found) {
    this.facts = facts;
    this.step = step;
    this.found = found;
    this.source = LetterSource.of(step, facts.fields());
  }

  void run() {
    if (Preflight.begins(step) && step.text("subject").isEmpty()) {
      add(Code.EMPTY_SUBJECT, "A mail that begins a conversation needs a subject.");
    }
    boolean empty =
        step.body("text").or(() -> step.body("html").map(PlainText::fromHtml)).orElse("").isBlank();
    if (empty) {
      add(Code.EMPTY_BODY, "The mail has no text.");
      return;
    }
    if (!source.names("unsubscribeUrl")) {
      add(Code.NO_UNSUBSCRIBE, "The mail has no {{unsubscribeUrl}}, so nobody could opt out.");
    }
    if (!source.errors().isEmpty()) {
      Map<Boolean, List<TemplateError>> errors =
          source.errors().stream()
              .collect(
                  Collectors.partitioningBy(
                      error -> error.code() == TemplateError.Code.LEFTOVER_MARKUP));
      add(Code.LEFTOVER_MARKUP, errors.getOrDefault(true, List.of()));
      add(Code.TEMPLATE_ERROR, errors.getOrDefault(false, List.of()));
      return;
    }
    boolean names = judge();
    for (Facts.Person person : facts.people()) {
      person(person, names);
    }
  }

  /// What the score says of it, made out to nobody in particular.
  ///
  /// @return whether it greets somebody by a name of its own
  private boolean judge() {
    Map<String, String> values = new HashMap<>();
    facts.fields().names().forEach(field -> values.put(field, NOBODY));
    values.put("unsubscribeUrl", Letter.WAY_OUT);
    if (!(source.to(new FieldValues(values), PickSeed.NONE) instanceof Letter.Ready ready)) {
      return true; // a field is a link; each person is looked at
    }
    Score score = new Scorer().score(mail(ready, values));
    boolean greets = false;
    for (Blocker blocker : score.blockers()) {
      switch (blocker.code()) {
        case LEFTOVER_MARKUP ->
            addOnce(Code.LEFTOVER_MARKUP, "A placeholder of another program is left over.");
        case BAD_LINK -> addOnce(Code.BAD_LINK, "A link leads nowhere.");
        case WRONG_NAME -> greets = true;
        case UNRESOLVED_FIELD, EMPTY_SUBJECT, MISSING_ATTACHMENT, SUPPRESSED, NO_UNSUBSCRIBE -> {}
      }
    }
    if (score.raw() < LOW) {
      add(Code.SCORE_LOW, String.valueOf(score.raw()));
    }
    return greets;
  }

  private void person(Facts.Person person, boolean greetsByName) {
    FieldValues values = Letter.values(person.prospect(), facts.sender(), person.company());
    switch (source.to(values, new PickSeed(person.prospect().id(), step.id()))) {
      case Letter.Unfinished(List<TemplateError> problems) ->
          problems.forEach(problem -> waits(person, problem));
      case Letter.Ready ready -> {
        boolean wrong =
            greetsByName
                && new Scorer()
                    .score(mail(ready, values.byName())).blockers().stream()
                        .anyMatch(blocker -> blocker.code() == Blocker.Code.WRONG_NAME);
        if (wrong) {
          add(person, Code.WRONG_NAME, "The mail greets somebody else.");
        }
      }
    }
  }

  private void waits(Facts.Person person, TemplateError problem) {
    Optional<Code> code =
        switch (problem.code()) {
          case EMPTY_FIELD -> Optional.of(Code.EMPTY_FIELD);
          case UNSAFE_URL -> Optional.of(Code.UNSAFE_URL);
          case VALUE_TOO_LONG, TOO_LONG -> Optional.of(Code.VALUE_TOO_LONG);
          case UNKNOWN_FIELD,
              UNCLOSED,
              BAD_SYNTAX,
              BAD_CONTEXT,
              UNBALANCED_IF,
              TOO_DEEP,
              LEFTOVER_MARKUP ->
              Optional.empty();
        };
    code.ifPresent(found -> add(person, found, problem.message()));
  }

  private ScoredMail mail(Letter.Ready ready, Map<String, String> values) {
    String html = ready.body().members().containsKey("html") ? text(ready, "html") : "";
    String words = html.isEmpty() ? text(ready, "text") : PlainText.fromHtml(html);
    ScoredMail mail =
        ScoredMail.of(ready.subject().isBlank() ? "Re" : ready.subject(), words)
            .to(values)
            .atStep((int) step.whole("position"))
            .when(Circumstance.CAMPAIGN);
    return html.isEmpty()
        ? mail
        : mail.linking(Jsoup.parseBodyFragment(html).select("a[href]").eachAttr("href"));
  }

  private static String text(Letter.Ready ready, String half) {
    return ready.body().members().get(half) instanceof Value.Text(String text) ? text : "";
  }

  private void add(Code code, List<TemplateError> errors) {
    if (!errors.isEmpty()) {
      add(
          code,
          errors.stream().map(TemplateError::message).distinct().collect(Collectors.joining(" ")));
    }
  }

  private void add(Code code, String detail) {
    found.add(Finding.ofStep(code, step.id(), detail));
  }

  private void addOnce(Code code, String detail) {
    Finding finding = Finding.ofStep(code, step.id(), detail);
    if (!found.contains(finding)) {
      found.add(finding);
    }
  }

  private void add(Facts.Person person, Code code, String detail) {
    found.add(
        new Finding(code, Optional.of(step.id()), Optional.of(person.prospect().id()), detail));
  }
}
