package com.salescopilot.desktop.compose;

import static org.assertj.core.api.Assertions.assertThat;

import com.salescopilot.desktop.editor.Document;
import com.salescopilot.desktop.editor.HtmlCodec;
import com.salescopilot.desktop.editor.TextCodec;
import com.salescopilot.desktop.ui.Async;
import com.salescopilot.model.ai.Goal;
import com.salescopilot.model.ai.Hunk;
import com.salescopilot.model.entity.Doc;
import com.salescopilot.model.entity.Entity;
import com.salescopilot.model.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;

final class SuggestionTest {
  private Document letter =
      TextCodec.read("Hi {{firstName}},\n\nIn order to help, we leverage it.\n\nJo");
  private final Doc prospect =
      new Doc(Entity.PROSPECT, new UUID(0, 7), 0, new TreeMap<>())
          .with("company", Value.text("Acme"))
          .with("jobTitle", Value.text("CFO"));
  private final List<SuggestionViewModel.Judged> judged = new ArrayList<>();
  private final SuggestionViewModel model =
      new SuggestionViewModel(
          new LocalEngine(() -> new UUID(0, 9), _ -> Optional.empty()),
          judged::add,
          () -> "",
          () -> letter,
          () -> Optional.of(prospect),
          now -> letter = now,
          new Async(Runnable::run, Runnable::run),
          e -> {
            throw e;
          });

  @Test
  void each_change_is_taken_or_turned_down_alone() {
    model.rewrite(Goal.SHORTER);
    assertThat(model.suggested().get().hunks()).hasSize(2);
    model.accept(model.suggested().get().hunks().getFirst());
    assertThat(TextCodec.write(letter)).contains("To help, we leverage it.");
    model.reject(model.suggested().get().hunks().getFirst());
    assertThat(model.suggested().get().hunks()).isEmpty();
    assertThat(TextCodec.write(letter)).contains("we leverage it.").startsWith("Hi {{firstName}},");

    model.rewrite(Goal.SHORTER);
    model.acceptAll();
    assertThat(TextCodec.write(letter)).isEqualTo("Hi {{firstName}},\n\nTo help, we use it.\n\nJo");
  }

  @Test
  void a_line_for_the_reader_stands_behind_the_greeting() {
    model.personalize();
    Hunk hunk = model.suggested().get().hunks().getFirst();
    assertThat(hunk.text()).contains("Acme").contains("CFO");
    model.accept(hunk);
    assertThat(TextCodec.write(letter)).startsWith("Hi {{firstName}},\n\n" + hunk.text().strip());
    assertThat(model.suggested().get().missing()).contains("companyData.industry");
  }

  @Test
  void what_is_meant_for_another_letter_is_not_put_into_this_one() {
    model.rewrite(Goal.SHORTER);
    Hunk hunk = model.suggested().get().hunks().getFirst();
    letter = TextCodec.read("Something else.");
    model.accept(hunk);
    assertThat(TextCodec.write(letter)).isEqualTo("Something else.");
    model.letterChanged();
    assertThat(model.shown().get()).isFalse();
  }

  @Test
  void what_became_of_a_suggestion_is_told() {
    model.rewrite(Goal.SHORTER);
    Suggested all = model.suggested().get();
    model.accept(all.hunks().getFirst());
    letter = TextCodec.read("My own words.");
    model.letterChanged();
    model.rewrite(Goal.FORMAL);
    letter = TextCodec.read("In order to help.");
    model.rewrite(Goal.SHORTER);
    model.suggested().get().hunks().forEach(model::reject);
    model.judge(Feedback.Verdict.DOWN);
    assertThat(judged)
        .extracting(SuggestionViewModel.Judged::verdict)
        .containsExactly(
            Feedback.Verdict.ACCEPTED,
            Feedback.Verdict.EDITED,
            Feedback.Verdict.REJECTED,
            Feedback.Verdict.DOWN);
    assertThat(judged.get(1).text()).isEqualTo("My own words.");
    assertThat(judged.getFirst().taken()).contains(all.hunks().getFirst());
    assertThat(judged.get(1).taken()).isEmpty();
  }

  @Test
  void what_is_bold_linked_or_listed_is_left_as_it_is() {
    letter =
        HtmlCodec.read(
                "<p>In order to <b>help</b>.</p><p>We leverage it.</p><ul><li>in order"
                    + " to</li></ul>")
            .document();
    model.rewrite(Goal.SHORTER);
    model.acceptAll();
    assertThat(HtmlCodec.write(letter))
        .contains("In order to <strong>help</strong>", "We use it.", "<li>in order to</li>");
  }
}
