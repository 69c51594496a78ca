package com.salescopilot.desktop.shell;

import atlantafx.base.controls.Notification;
import atlantafx.base.theme.Styles;
import com.salescopilot.desktop.shell.Toasts.Toast;
import java.util.IdentityHashMap;
import javafx.animation.PauseTransition;
import javafx.beans.binding.BooleanBinding;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.kordamp.ikonli.javafx.FontIcon;

/// The corner of the window where toasts stand. Each goes by itself, but not while somebody points
/// at it or has the focus in it.
final class ToastHost extends VBox {
  private final Toasts toasts;

  /// By the toast itself: the same words may be said twice.
  private final IdentityHashMap<Toast, Notification> nodes = new IdentityHashMap<>();

  ToastHost(Toasts toasts) {
    this.toasts = toasts;
    getStyleClass().add("toasts");
    setAlignment(Pos.BOTTOM_RIGHT);
    setPickOnBounds(false);
    toasts
        .shown()
        .addListener(
            (ListChangeListener<Toast>)
                change -> {
                  while (change.next()) {
                    change.getRemoved().forEach(this::hide);
                    change.getAddedSubList().forEach(this::show);
                  }
                });
  }

  private void show(Toast toast) {
    Notification node = new Notification(toast.text(), sign(toast));
    node.getStyleClass().addAll(Styles.ELEVATED_2, style(toast));
    node.setAccessibleRole(AccessibleRole.TEXT);
    node.setAccessibleText(toast.text());
    node.setOnClose(_ -> toasts.dismiss(toast));
    toast
        .action()
        .ifPresent(
            action -> {
              Button button = new Button(action.label());
              button.setId("toast-action");
              button.setOnAction(_ -> toasts.act(toast));
              node.setPrimaryActions(button);
            });
    PauseTransition stays =
        new PauseTransition(Duration.seconds((double) toast.stays().toSeconds()));
    stays.setOnFinished(_ -> toasts.dismiss(toast));
    if (toast.kind() != Toasts.Kind.COUNTDOWN) { // nothing stops the time of a mail that leaves
      holdWhileNear(node, stays);
    }
    stays.play();
    nodes.put(toast, node);
    getChildren().add(node);
  }

  private static void holdWhileNear(Notification node, PauseTransition stays) {
    BooleanBinding held = node.hoverProperty().or(node.focusWithinProperty());
    held.addListener(
        (_, _, now) -> {
          if (now) {
            stays.pause();
          } else {
            stays.play();
          }
        });
    node.setUserData(held); // a binding that nobody holds is forgotten
  }

  private void hide(Toast toast) {
    Notification node = nodes.remove(toast);
    if (node != null) {
      getChildren().remove(node);
    }
  }

  private static Node sign(Toast toast) {
    return switch (toast.kind()) {
      case DONE -> new FontIcon("fth-check");
      case PROBLEM -> new FontIcon("fth-alert-triangle");
      case COUNTDOWN -> new CountdownRing(toast.stays());
      case NOTICE -> new FontIcon("fth-bell");
      case UNDERWAY -> new FontIcon("fth-loader");
    };
  }

  private static String style(Toast toast) {
    return switch (toast.kind()) {
      case DONE -> "toast-done";
      case PROBLEM -> "toast-problem";
      case NOTICE, COUNTDOWN, UNDERWAY -> "toast-underway";
    };
  }
}
