package com.salescopilot.desktop.workspace;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.salescopilot.desktop.desk.WorkspaceRules;
import com.salescopilot.desktop.shell.Refusal;
import com.salescopilot.desktop.shell.Tools;
import com.salescopilot.desktop.ui.Fetched;
import com.salescopilot.model.score.CheckId;
import com.salescopilot.model.score.Weights;
import com.salescopilot.model.score.Yardstick;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// What each check of a letter's score is worth here, and what one's own mails say of it: the
/// product proposes, an administrator decides.
final class WeightsViewModel {
  private static final String SCORE = "score";
  private static final String WEIGHTS = "weights";

  private final Asking asking;
  private final WorkspaceRules rules;
  private final Fetched<Yardstick> said;
  private final Map<CheckId, StringProperty> typed = new EnumMap<>(CheckId.class);
  private final ReadOnlyObjectWrapper<Yardstick> known =
      new ReadOnlyObjectWrapper<>(this, "known", Yardstick.STANDARD);
  private final ReadOnlyObjectWrapper<Optional<Weights>> wanted =
      new ReadOnlyObjectWrapper<>(this, "wanted", Optional.of(Weights.STANDARD));

  WeightsViewModel(Tools tools) {
    asking = Asking.with(tools);
    rules = new WorkspaceRules(tools.desk());
    said =
        new Fetched<>(
            tools.async(),
            () -> {
              rules.refresh();
              return rules.score();
            },
            e -> Refusal.words(tools.texts(), e));
    said.state().addListener((_, _, now) -> now.known().ifPresent(this::show));
    for (CheckId check : CheckId.values()) {
      StringProperty points = new SimpleStringProperty(this, check.id(), shown(known(), check));
      points.addListener((_, _, _) -> wanted.set(read()));
      typed.put(check, points);
    }
  }

  /// Shows what this machine knows, and asks the server.
  void open() {
    asking.async().latest(typed, rules::score, this::show, _ -> {}); // the server says why
    said.fetch();
  }

  /// How far it is with asking the server.
  Fetched<Yardstick> said() {
    return said;
  }

  /// What holds, as far as it is known.
  ReadOnlyObjectProperty<Yardstick> knownProperty() {
    return known.getReadOnlyProperty();
  }

  Yardstick known() {
    return known.get();
  }

  /// What is typed, if every check has its points from 0 to 100.
  ReadOnlyObjectProperty<Optional<Weights>> wanted() {
    return wanted.getReadOnlyProperty();
  }

  /// The points of a check, as they are typed.
  StringProperty points(CheckId check) {
    return Optional.ofNullable(typed.get(check)).orElseThrow();
  }

  /// Whether what is typed is no weight.
  boolean isWrong(CheckId check) {
    return number(points(check).get()).isEmpty();
  }

  /// What is typed stays; the rest becomes what is known now.
  private void show(Yardstick now) {
    for (CheckId check : CheckId.values()) {
      if (points(check).get().equals(shown(known(), check))) {
        points(check).set(shown(now, check));
      }
    }
    known.set(now);
  }

  private static String shown(Yardstick yardstick, CheckId check) {
    return String.valueOf(yardstick.weights().of(check));
  }

  private Optional<Weights> read() {
    Map<CheckId, Integer> points = new EnumMap<>(CheckId.class);
    typed.forEach(
        (check, text) -> number(text.get()).ifPresent(number -> points.put(check, number)));
    return points.size() == CheckId.values().length
        ? Optional.of(new Weights(points))
        : Optional.empty();
  }

  private static Optional<Integer> number(String text) {
    return text.strip().matches("[0-9]{1,2}|100")
        ? Optional.of(Integer.valueOf(text.strip()))
        : Optional.empty();
  }

  /// Writes what is proposed, or what is standard, into the fields; nothing is saved yet.
  void type(Weights weights) {
    typed.forEach((check, text) -> text.set(String.valueOf(weights.of(check))));
  }

  /// Lets what is typed hold for everybody here.
  void save() {
    wanted
        .get()
        .ifPresent(
            weights ->
                asking.ask(
                    team -> {
                      rules.learn(team.decide(policy -> put(weights, policy)));
                      return weights;
                    },
                    now -> asking.toasts().done(asking.text("weights.saved", now.model())),
                    said::fetch));
  }

  /// Only what differs from the standard is kept.
  private static void put(Weights weights, ObjectNode policy) {
    ObjectNode score = policy.withObject("/" + SCORE);
    ObjectNode changed = score.putObject(WEIGHTS);
    for (CheckId check : CheckId.values()) {
      if (weights.of(check) != check.max()) {
        changed.put(check.id(), weights.of(check));
      }
    }
    if (changed.isEmpty()) {
      score.remove(WEIGHTS);
    }
  }
}
