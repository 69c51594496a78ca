package com.salescopilot.desktop.account;

import com.salescopilot.desktop.desk.Desk;
import com.salescopilot.desktop.platform.Surroundings;
import com.salescopilot.desktop.remote.WaysIn;
import com.salescopilot.desktop.shell.BrowserTrip;
import com.salescopilot.desktop.shell.Refusal;
import com.salescopilot.desktop.shell.Toasts;
import com.salescopilot.desktop.shell.Tools;
import com.salescopilot.desktop.ui.Async;
import com.salescopilot.desktop.ui.Fetched;
import com.salescopilot.desktop.ui.Texts;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import javafx.beans.property.ReadOnlyStringProperty;

/// Who else one can sign in by. A link is made in the browser and confirmed here.
final class LinksViewModel {
  private final Desk desk;
  private final Async async;
  private final Toasts toasts;
  private final Texts texts;
  private final BrowserTrip trip;
  private final RandomGenerator random;
  private final Fetched<WaysIn> ways;

  LinksViewModel(Tools tools, Surroundings surroundings, RandomGenerator random) {
    desk = tools.desk();
    async = tools.async();
    toasts = tools.toasts();
    texts = tools.texts();
    trip = new BrowserTrip(async, surroundings);
    this.random = random;
    ways =
        new Fetched<>(
            async,
            () -> desk.ask(server -> server.person().waysIn()),
            e -> Refusal.words(texts, e));
  }

  Fetched<WaysIn> ways() {
    return ways;
  }

  /// Where one goes on in the browser; empty while nobody does.
  ReadOnlyStringProperty link() {
    return trip.link();
  }

  /// Begins to link, in the browser.
  void link(WaysIn.Way way) {
    String thanks = texts.get(getClass(), "links.thanks");
    trip.begin(
        () -> desk.ask(server -> server.person().beginLink(way.provider(), thanks, random)),
        (begun, code) ->
            change(
                () ->
                    desk.ask(
                        server -> {
                          server.person().link(begun, code);
                          return true;
                        }),
                "links.linked"),
        this::failed);
  }

  /// Ends a link.
  void unlink(WaysIn.Way way) {
    change(
        () ->
            desk.ask(
                server -> {
                  server.person().unlink(way.provider());
                  return true;
                }),
        "links.unlinked");
  }

  private void change(Supplier<Boolean> work, String done) {
    async.run(
        work,
        _ -> {
          toasts.done(texts.get(getClass(), done));
          ways.fetch();
        },
        this::failed);
  }

  private void failed(RuntimeException e) {
    toasts.problem(Refusal.words(texts, e));
    ways.fetch();
  }

  /// Waits for the browser no more.
  void cancel() {
    trip.cancel();
  }
}
