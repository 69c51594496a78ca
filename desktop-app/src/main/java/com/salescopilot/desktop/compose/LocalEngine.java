package com.salescopilot.desktop.compose;

import com.salescopilot.model.ai.BuiltIn;
import com.salescopilot.model.ai.FactSheet;
import com.salescopilot.model.ai.Goal;
import com.salescopilot.model.entity.Doc;
import com.salescopilot.model.letter.Letter;
import com.salescopilot.model.letter.Sender;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;

/// The built-in engine, on this machine: it needs no network and no key.
///
/// @param ids names each answer
/// @param company what is known of where somebody works
record LocalEngine(BuiltIn engine, Supplier<UUID> ids, Function<Doc, Optional<Doc>> company)
    implements Engine {
  private static final Sender NOBODY = new Sender("", "", "");

  LocalEngine(Supplier<UUID> ids, Function<Doc, Optional<Doc>> company) {
    this(new BuiltIn(), ids, company);
  }

  @Override
  public Suggested ask(Question question) {
    return question
        .goal()
        .map(goal -> rewritten(question.text(), goal))
        .orElseGet(() -> personal(question));
  }

  private Suggested rewritten(String text, Goal goal) {
    return new Suggested(
        text,
        engine.rewrite(text, goal, Optional.empty()),
        List.of(),
        List.of(),
        "",
        Suggested.Maker.here(ids.get(), Suggested.Kind.REWRITE));
  }

  private Suggested personal(Question question) {
    BuiltIn.Personal personal =
        engine.personalize(
            question.text(),
            question.reader().map(this::facts).orElse(FactSheet.empty()),
            question.reader().map(row -> row.id().toString()).orElse(""),
            "",
            Optional.empty());
    return new Suggested(
        question.text(),
        personal.hunks(),
        List.of(),
        personal.missing(),
        "",
        Suggested.Maker.here(ids.get(), Suggested.Kind.PERSONALIZE));
  }

  private FactSheet facts(Doc reader) {
    Map<String, String> known =
        new HashMap<>(Letter.values(reader, NOBODY, company.apply(reader)).byName());
    known.keySet().removeIf(name -> name.startsWith("sender."));
    return FactSheet.of(known, Optional.empty(), Optional.empty(), List.of());
  }
}
