package com.salescopilot.desktop.synccentre;

import com.salescopilot.desktop.shell.Route;
import com.salescopilot.desktop.shell.Screen;
import com.salescopilot.desktop.store.Subscription;
import com.salescopilot.desktop.ui.EmptyState;
import com.salescopilot.desktop.ui.FailureBar;
import com.salescopilot.desktop.ui.Load;
import com.salescopilot.desktop.ui.Subscriptions;
import com.salescopilot.desktop.ui.Texts;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// Binds the trash.
final class TrashController implements Screen<Route.Trash> {
  private final TrashViewModel model;
  private final Texts texts;

  @FXML private Button refresh;
  @FXML private FailureBar failure;
  @FXML private HBox partial;
  @FXML private Label partialText;
  @FXML private VBox rows;
  @FXML private EmptyState empty;

  TrashController(TrashViewModel model, Texts texts) {
    this.model = model;
    this.texts = texts;
  }

  @FXML
  void initialize() {
    partial.managedProperty().bind(partial.visibleProperty());
    partialText.textProperty().bind(model.notice());
    partial.visibleProperty().bind(model.notice().isNotEmpty());
    model.rows().addListener((ListChangeListener<TrashViewModel.Buried>) _ -> showRows());
    failure.follow(model.load());
    Subscriptions.onChange(model.load(), this::showLoad);
    Subscriptions.onChange(model.notice(), this::showLoad);
    showLoad();
  }

  @Override
  public Subscription onShow(Route.Trash route) {
    refresh.requestFocus();
    return model.start();
  }

  @FXML
  void refresh() {
    model.refresh();
  }

  private void showRows() {
    rows.getChildren()
        .setAll(
            model.rows().stream().map(row -> new BuriedView(row, texts, model::restore)).toList());
  }

  private void showLoad() {
    Load now = model.load().get();
    boolean known = model.notice().get().isEmpty();
    empty.setVisible(now instanceof Load.Empty);
    empty.setTitle(texts.get(getClass(), known ? "trash.empty.title" : "trash.unknown.title"));
    empty.setText(texts.get(getClass(), known ? "trash.empty.text" : "trash.unknown.text"));
  }
}
