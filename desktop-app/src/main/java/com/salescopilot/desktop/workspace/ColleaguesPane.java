package com.salescopilot.desktop.workspace;

import com.salescopilot.desktop.ui.Texts;
import com.salescopilot.model.campaign.CompanyStop;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.layout.VBox;

/// What an answer means for those at the same company. Everybody sees it, administrators change it.
public final class ColleaguesPane extends VBox {
  private final CheckBox stop = new CheckBox();
  private final Label told = new Label();
  private final Label whoMay = new Label();

  public ColleaguesPane() {
    getStyleClass().addAll("card", "settings-card");
    stop.setId("companyStop");
    told.setId("companyStopTold");
    whoMay.getStyleClass().addAll("muted", "small");
    for (Labeled each : List.of(stop, told, whoMay)) {
      each.setWrapText(true);
      each.managedProperty().bind(each.visibleProperty());
    }
    whoMay.visibleProperty().bind(told.visibleProperty());
  }

  void follow(TeamViewModel model, Texts texts) {
    Label title = new Label(texts.get(getClass(), "colleagues.title"));
    title.getStyleClass().add("card-title");
    Label about = new Label(texts.get(getClass(), "colleagues.about"));
    about.getStyleClass().add("muted");
    about.setWrapText(true);
    stop.setText(texts.get(getClass(), "colleagues.stop"));
    stop.setOnAction(_ -> model.stop(stop.isSelected() ? CompanyStop.ON : CompanyStop.OFF));
    whoMay.setText(texts.get(getClass(), "colleagues.whoMay"));
    getChildren().setAll(title, about, stop, told, whoMay);
    model.colleagues().addListener((_, _, _) -> show(model, texts));
    model.workspace().state().addListener((_, _, _) -> show(model, texts)); // it may be refused
    show(model, texts);
  }

  private void show(TeamViewModel model, Texts texts) {
    Optional<CompanyStop> now = model.colleagues().get();
    stop.setVisible(model.isAdmin());
    stop.setSelected(now.equals(Optional.of(CompanyStop.ON)));
    told.setVisible(now.isPresent() && !model.isAdmin());
    told.setText(now.map(it -> texts.get(getClass(), "colleagues." + it.name())).orElse(""));
  }
}
