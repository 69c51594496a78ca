package com.salescopilot.desktop.workspace;

import com.salescopilot.desktop.desk.Desk;
import com.salescopilot.desktop.remote.Team;
import com.salescopilot.desktop.shell.Refusal;
import com.salescopilot.desktop.shell.Toasts;
import com.salescopilot.desktop.shell.Tools;
import com.salescopilot.desktop.ui.Async;
import com.salescopilot.desktop.ui.Fetched;
import com.salescopilot.desktop.ui.Texts;
import java.util.function.Consumer;
import java.util.function.Function;

/// How the parts of the page talk to the server about the workspace.
record Asking(Desk desk, Async async, Toasts toasts, Texts texts) {

  static Asking with(Tools tools) {
    return new Asking(tools.desk(), tools.async(), tools.toasts(), tools.texts());
  }

  <T> Fetched<T> fetched(Function<Team, T> question) {
    return new Fetched<>(
        async,
        () -> desk.ask(server -> question.apply(server.team())),
        e -> Refusal.words(texts, e));
  }

  /// Does something there; a refusal is said, and then it is looked how it is.
  <T> void ask(Function<Team, T> work, Consumer<T> done, Runnable afterwards) {
    async.run(
        () -> desk.ask(server -> work.apply(server.team())),
        result -> {
          done.accept(result);
          afterwards.run();
        },
        e -> {
          toasts.problem(Refusal.words(texts, e));
          afterwards.run();
        });
  }

  String text(String key, Object... values) {
    return texts.get(getClass(), key, values);
  }
}
