package com.salescopilot.desktop.account;

import com.salescopilot.desktop.desk.Desk;
import com.salescopilot.desktop.platform.Surroundings;
import com.salescopilot.desktop.remote.BrowserSignIn;
import com.salescopilot.desktop.remote.RemoteException;
import com.salescopilot.desktop.remote.WaysIn;
import com.salescopilot.desktop.shell.Refusal;
import com.salescopilot.desktop.shell.Toasts;
import com.salescopilot.desktop.shell.Tools;
import com.salescopilot.desktop.ui.Async;
import com.salescopilot.desktop.ui.Fetched;
import com.salescopilot.desktop.ui.Texts;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/// Who else one can sign in by. A link is made in the browser and confirmed here.
final class LinksViewModel {
  private final Desk desk;
  private final Async async;
  private final Toasts toasts;
  private final Texts texts;
  private final Surroundings surroundings;
  private final RandomGenerator random;
  private final Fetched<WaysIn> ways;
  private final ReadOnlyStringWrapper link = new ReadOnlyStringWrapper(this, "link", "");
  private Optional<BrowserSignIn> waiting = Optional.empty();

  LinksViewModel(Tools tools, Surroundings surroundings, RandomGenerator random) {
    desk = tools.desk();
    async = tools.async();
    toasts = tools.toasts();
    texts = tools.texts();
    this.surroundings = surroundings;
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
    return link.getReadOnlyProperty();
  }

  /// Begins to link, in the browser.
  void link(WaysIn.Way way) {
    cancel();
    String thanks = texts.get(getClass(), "links.thanks");
    async.latest(
        this,
        () -> {
          BrowserSignIn begun =
              desk.ask(server -> server.person().beginLink(way.provider(), thanks, random));
          boolean _ = surroundings.browse(begun.link());
          return begun;
        },
        this::await,
        this::failed);
  }

  private void await(BrowserSignIn begun) {
    waiting = Optional.of(begun);
    link.set(begun.link());
    begun.onReturn(
        code -> async.onScreen(() -> back(begun, code)),
        refused -> async.onScreen(() -> refused(begun, refused)));
  }

  private void back(BrowserSignIn begun, String code) {
    if (waiting.equals(Optional.of(begun))) {
      end();
      change(
          () ->
              desk.ask(
                  server -> {
                    server.person().link(begun, code);
                    return true;
                  }),
          "links.linked");
    }
  }

  private void refused(BrowserSignIn begun, RemoteException refused) {
    if (waiting.equals(Optional.of(begun))) {
      end();
      failed(refused);
    }
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
    async.latest(this, () -> true, _ -> {}, _ -> {}); // one that is just beginning comes too late
    end();
  }

  private void end() {
    waiting.ifPresent(BrowserSignIn::close);
    waiting = Optional.empty();
    link.set("");
  }
}
