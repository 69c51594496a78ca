package com.salescopilot.desktop.compose;

import com.salescopilot.desktop.desk.Desk;
import com.salescopilot.desktop.remote.RemoteException;
import com.salescopilot.desktop.store.Subscription;
import com.salescopilot.desktop.ui.Async;
import com.salescopilot.desktop.ui.Turns;
import com.salescopilot.model.value.CanonicalJson;
import com.salescopilot.model.value.Value;
import com.salescopilot.model.value.ValueJson;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

/// What people made of suggestions: on this machine's disk at once, and told to the server when it
/// can be. Telling it twice changes nothing. Off the screen's thread.
record Feedback(Desk desk) {
  private static final String KIND = "feedback";
  private static final int LONGEST_TEXT = 20_000;

  /// What the server says of a verdict that it will never take, whoever tells it.
  private static final Set<Integer> LASTING = Set.of(400, 404, 413, 422);

  /// What somebody did with a suggestion.
  enum Verdict {
    ACCEPTED,
    EDITED,
    REJECTED,
    UP,
    DOWN
  }

  /// Keeps one after the other, beside what is written.
  static Consumer<SuggestionViewModel.Judged> inTurns(Desk desk, Async async) {
    Turns turns = new Turns(async);
    Feedback feedback = new Feedback(desk);
    return told ->
        turns.keep(
            told.maker().request().toString(),
            () -> feedback.keep(told.maker(), told.verdict(), told.text()),
            _ -> {}); // nobody is kept from writing by it
  }

  /// Tells what was kept whenever somebody signs in here.
  static Subscription followSignIns(Desk desk, Async async) {
    Feedback feedback = new Feedback(desk);
    return desk.onAccount(
        () ->
            async.onScreen(
                () ->
                    async.latest(
                        feedback,
                        () -> {
                          feedback.tell();
                          return true;
                        },
                        _ -> {},
                        _ -> {})));
  }

  /// Keeps what became of a suggestion, in place of what was kept of it before.
  ///
  /// @param text the letter as it is now; empty where nothing was taken
  void keep(Suggested.Maker maker, Verdict verdict, String text) {
    TreeMap<String, Value> told = new TreeMap<>();
    told.put("requestId", Value.text(maker.request().toString()));
    told.put("kind", Value.text(maker.kind().name()));
    told.put("verdict", Value.text(verdict.name()));
    if (!text.isEmpty() && text.length() <= LONGEST_TEXT) {
      told.put("finalText", Value.text(text));
    }
    desk.store()
        .keepLocalDraft(KIND, maker.request().toString(), CanonicalJson.of(new Value.Fields(told)));
    tell();
  }

  /// Tells the server what it has not been told; what cannot be told now stays.
  void tell() {
    for (String request : desk.store().localDraftKeys(KIND)) {
      Map<String, String> told = new HashMap<>();
      desk.store()
          .localDraft(KIND, request)
          .map(ValueJson::object)
          .ifPresent(
              kept -> kept.properties().forEach(e -> told.put(e.getKey(), e.getValue().asText())));
      try {
        boolean _ =
            desk.ask(
                server -> {
                  server.suggestions().judge(told);
                  return true;
                });
      } catch (RemoteException.Refused refused) {
        if (!LASTING.contains(refused.status())) {
          return; // whoever signs in again may tell it
        }
      } catch (RemoteException _) {
        return;
      }
      desk.store().dropLocalDraft(KIND, request);
    }
  }
}
