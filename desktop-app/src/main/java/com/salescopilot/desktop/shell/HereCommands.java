package com.salescopilot.desktop.shell;

import com.salescopilot.desktop.command.Command;
import com.salescopilot.desktop.command.Commands;
import com.salescopilot.desktop.ui.Texts;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.TextField;

/// What means the same on every screen, and does what fits there.
final class HereCommands {
  private final Commands commands;
  private final Texts texts;
  private final Navigator navigator;
  private final Overlay overlay;

  HereCommands(Commands commands, Texts texts, Navigator navigator, Overlay overlay) {
    this.commands = commands;
    this.texts = texts;
    this.navigator = navigator;
    this.overlay = overlay;
  }

  void register(Regions regions, Toasts toasts) {
    add("region.next", "fth-corner-down-right", "F6", regions::next);
    add("region.previous", "fth-corner-up-left", "Shift+F6", regions::previous);
    ListSteps steps = new ListSteps(navigator);
    add("list.next", "fth-arrow-down", "", () -> steps.step(1));
    add("list.previous", "fth-arrow-up", "", () -> steps.step(-1));
    add(
        "here.new",
        "fth-plus",
        "Shortcut+N",
        "here.noNew",
        () -> newButton().isPresent(),
        () -> newButton().ifPresent(ButtonBase::fire),
        navigator.routeProperty());
    add(
        "here.search",
        "fth-search",
        "Shortcut+F",
        "here.noSearch",
        () -> search().isPresent(),
        () -> search().ifPresent(HereCommands::enter),
        navigator.routeProperty());
    add(
        "edit.undo",
        "fth-corner-up-left",
        "Shortcut+Z",
        "undo.nothing",
        toasts::canUndo,
        () ->
            toasts
                .undo()
                .ifPresent(last -> toasts.problem(texts.get(getClass(), "undo.no", last.text()))),
        toasts.undoable(),
        toasts.shown());
  }

  private Optional<ButtonBase> newButton() {
    return navigator.screen().flatMap(Screen::newButton);
  }

  private Optional<TextField> search() {
    return navigator.screen().flatMap(Screen::searchField);
  }

  private static void enter(TextField field) {
    field.requestFocus();
    field.selectAll();
  }

  private void add(String id, String icon, String keys, Runnable action) {
    add(id, icon, keys, "shell.signInFirst", this::isInside, action, navigator.routeProperty());
  }

  private boolean isInside() {
    Route route = navigator.routeProperty().get();
    return route != null && route.needsWorkspace();
  }

  private void add(
      String id,
      String icon,
      String keys,
      String obstacle,
      BooleanSupplier possible,
      Runnable action,
      Observable... changes) {
    String why = texts.get(getClass(), obstacle);
    commands.register(
        new Command(
            id,
            texts.get(getClass(), id),
            texts.get(getClass(), "shell.group.here"),
            icon,
            Optional.of(keys).filter(each -> !each.isEmpty()),
            Bindings.createStringBinding(() -> possible.getAsBoolean() ? "" : why, changes),
            () -> {
              overlay.hide();
              action.run();
            }));
  }
}
