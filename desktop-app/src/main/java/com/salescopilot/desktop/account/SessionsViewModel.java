package com.salescopilot.desktop.account;

import com.salescopilot.desktop.desk.Desk;
import com.salescopilot.desktop.remote.OpenSession;
import com.salescopilot.desktop.shell.Refusal;
import com.salescopilot.desktop.shell.Toasts;
import com.salescopilot.desktop.shell.Tools;
import com.salescopilot.desktop.ui.Async;
import com.salescopilot.desktop.ui.Fetched;
import com.salescopilot.desktop.ui.Texts;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;

/// Where one is signed in.
final class SessionsViewModel {
  private final Desk desk;
  private final Async async;
  private final Toasts toasts;
  private final Texts texts;
  private final Fetched<List<OpenSession>> sessions;

  SessionsViewModel(Tools tools) {
    desk = tools.desk();
    async = tools.async();
    toasts = tools.toasts();
    texts = tools.texts();
    sessions =
        new Fetched<>(
            async,
            () -> desk.ask(server -> server.person().sessions()),
            e -> Refusal.words(texts, e));
  }

  Fetched<List<OpenSession>> sessions() {
    return sessions;
  }

  /// When and from where it was last used.
  String used(OpenSession session) {
    String at =
        DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
            .withLocale(texts.locale())
            .format(session.usedAt().atZone(ZoneId.systemDefault()));
    return texts.get(getClass(), "sessions.used", at, session.source());
  }

  /// Signs out there.
  void end(OpenSession session) {
    async.run(
        () -> {
          desk.ask(
              server -> {
                server.person().end(session);
                return true;
              });
          return session;
        },
        _ -> {
          toasts.done(texts.get(getClass(), "sessions.ended"));
          sessions.fetch();
        },
        e -> {
          toasts.problem(Refusal.words(texts, e));
          sessions.fetch();
        });
  }
}
