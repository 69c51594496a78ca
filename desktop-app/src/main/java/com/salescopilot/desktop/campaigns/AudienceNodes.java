package com.salescopilot.desktop.campaigns;

import com.salescopilot.desktop.shell.Navigator;
import com.salescopilot.desktop.shell.Route;
import com.salescopilot.desktop.ui.EmptyState;
import com.salescopilot.desktop.ui.FailureBar;
import com.salescopilot.desktop.ui.ListPlace;
import com.salescopilot.desktop.ui.Looks;
import com.salescopilot.desktop.ui.Slot;
import com.salescopilot.desktop.ui.Texts;
import com.salescopilot.model.entity.Doc;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// The nodes with which an audience is marked, on whatever page they stand.
record AudienceNodes(
    Label count,
    TextField search,
    Button markFound,
    Button unmarkAll,
    MenuButton files,
    MenuButton leaveOut,
    TableView<Slot<Doc>> table,
    EmptyState empty,
    FailureBar failure) {

  void bind(AudienceViewModel model, Navigator navigator, Looks looks, Texts texts) {
    search.textProperty().bindBidirectional(model.query());
    count
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () ->
                    texts.get(
                        AudienceNodes.class,
                        model.leftOut().get() == 0 ? "new.marked" : "new.markedSome",
                        model.marked().get(),
                        model.leftOut().get()),
                model.marked(),
                model.leftOut()));
    offerLeavingOut(model, texts);
    markFound
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> texts.get(AudienceNodes.class, "new.markFound", model.found().get()),
                model.found()));
    markFound.disableProperty().bind(model.found().isEqualTo(0));
    markFound.setOnAction(_ -> model.markFound());
    unmarkAll.disableProperty().bind(model.marked().isEqualTo(0));
    unmarkAll.setOnAction(_ -> model.unmarkAll());
    model.files().addListener((_, _, now) -> offer(now, model, navigator, texts));
    offer(model.files().get(), model, navigator, texts);
    table.setItems(model.rows());
    table.fixedCellSizeProperty().bind(looks.rowHeightProperty());
    table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    AudienceColumns.build(table, texts, model::isMarked, model::toggle);
    table.addEventHandler(KeyEvent.KEY_PRESSED, event -> pressed(event, model));
    model.marked().addListener(_ -> table.refresh());
    new ListPlace(
            texts,
            AudienceNodes.class,
            new ListPlace.Nodes(table, empty, empty, failure),
            new ListPlace.Offer(
                "new.nobody", "new.toProspects", () -> navigator.go(new Route.Prospects())),
            new ListPlace.Offer("new.noHit", "common.clearSearch", search::clear))
        .follow(model.load());
  }

  private void offerLeavingOut(AudienceViewModel model, Texts texts) {
    leaveOut.setText(texts.get(AudienceNodes.class, "new.leaveOut"));
    for (LeaveOut some : LeaveOut.values()) {
      CheckMenuItem item =
          new CheckMenuItem(texts.get(AudienceNodes.class, "leaveOut." + some.name()));
      item.setId("leaveOut-" + some.name());
      item.setSelected(model.leavesOut(some));
      item.setOnAction(_ -> model.toggle(some));
      leaveOut.getItems().add(item);
    }
  }

  private void offer(
      List<ImportedFile> imported, AudienceViewModel model, Navigator navigator, Texts texts) {
    WhyWords words = new WhyWords(texts);
    List<MenuItem> items = new ArrayList<>();
    for (ImportedFile file : imported) {
      MenuItem item =
          new MenuItem(
              texts.get(
                  AudienceNodes.class,
                  "new.file",
                  file.name().orElse(words.time(file.at())),
                  file.prospects().size()));
      item.setOnAction(_ -> model.mark(file));
      items.add(item);
    }
    MenuItem another = new MenuItem(texts.get(AudienceNodes.class, "new.import"));
    another.setId("importCsv");
    another.setOnAction(_ -> navigator.go(new Route.ImportProspects()));
    items.add(another);
    files.getItems().setAll(items);
  }

  /// The space bar marks, as in every list with marks.
  private void pressed(KeyEvent event, AudienceViewModel model) {
    if (event.getCode() == KeyCode.SPACE) {
      event.consume();
      Optional.ofNullable(table.getSelectionModel().getSelectedItem())
          .flatMap(Slot::row)
          .ifPresent(row -> model.toggle(row.id()));
    }
  }
}
