package com.salescopilot.desktop.campaigns;

import com.salescopilot.desktop.shell.Route;
import com.salescopilot.desktop.shell.Tools;
import com.salescopilot.model.campaign.EnrolmentMove;
import com.salescopilot.model.entity.Doc;
import com.salescopilot.model.schedule.Why;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// Why a mail has not left: where it stands, the chain of reasons, and what one can do about it.
public final class WhyPane extends VBox {
  private final Label title = label("card-title");
  private final Label who = label("muted");
  private final Label state = label("why-state");
  private final VBox chain = new VBox();
  private final Label remedy = label();
  private final Button go = new Button();
  private final Label certainty = label("muted", "small");

  public WhyPane() {
    getStyleClass().addAll("card", "why");
    chain.getStyleClass().add("stacked");
    chain.setId("whyChain");
    state.setId("whyState");
    remedy.setId("whyRemedy");
    certainty.setId("whyCertainty");
    go.setId("whyGo");
    go.managedProperty().bind(go.visibleProperty());
    remedy.managedProperty().bind(remedy.textProperty().isNotEmpty());
    VBox words = new VBox(who, state, chain, remedy, go, certainty);
    words.getStyleClass().add("stacked");
    ScrollPane scroll = new ScrollPane(words);
    scroll.setFitToWidth(true);
    scroll.setFocusTraversable(false);
    scroll.getStyleClass().add("form-scroll");
    VBox.setVgrow(scroll, Priority.ALWAYS);
    getChildren().addAll(title, scroll);
  }

  /// Shows the answers of a model from now on.
  void follow(WhyViewModel model, EnrolmentAsks asks, Tools tools) {
    title.setText(tools.texts().get(getClass(), "why.title"));
    go.setText(tools.texts().get(getClass(), "whygo.times"));
    go.setOnAction(_ -> {}); // until there is an answer
    WhyWords words = new WhyWords(tools.texts());
    model.answer().addListener(_ -> show(model, asks, words, tools));
    managedProperty().bind(visibleProperty());
    show(model, asks, words, tools);
  }

  private void show(WhyViewModel model, EnrolmentAsks asks, WhyWords words, Tools tools) {
    Optional<WhyViewModel.Answer> answer = model.answer().get();
    setVisible(answer.isPresent());
    if (answer.isEmpty()) {
      return;
    }
    Why why = answer.get().why();
    who.setText(model.asked().get().map(WhyPane::name).orElse(""));
    state.setText(words.state(why));
    List<Label> reasons = new ArrayList<>();
    for (String sentence : words.chain(why)) {
      Label reason = label();
      reason.setText("• " + sentence);
      reasons.add(reason);
    }
    reasons.getLast().getStyleClass().add("card-title"); // the one that binds
    chain.getChildren().setAll(reasons);
    remedy.setText(words.remedy(why));
    certainty.setText(words.certainty(answer.get().certainty(), answer.get().asOf()));
    Optional<Way> way = model.asked().get().flatMap(asked -> way(why, asked, asks, tools));
    go.setVisible(way.isPresent());
    way.ifPresent(
        next -> {
          go.setText(tools.texts().get(getClass(), "whygo." + next.key()));
          go.setOnAction(_ -> next.run().run());
        });
  }

  private static String name(WhyViewModel.Asked asked) {
    return switch (asked) {
      case WhyViewModel.Asked.Next(EnrolmentRow row) -> row.name();
      case WhyViewModel.Asked.Mail(Doc row) -> row.text("subject").orElse("");
    };
  }

  /// Where one can do something about it.
  private record Way(String key, Runnable run) {}

  private static Optional<Way> way(
      Why why, WhyViewModel.Asked asked, EnrolmentAsks asks, Tools tools) {
    Optional<UUID> campaign =
        switch (asked) {
          case WhyViewModel.Asked.Next(EnrolmentRow row) -> row.doc().uuid("campaignId");
          case WhyViewModel.Asked.Mail(Doc row) -> row.uuid("campaignId");
        };
    return switch (why.binding()) {
      case "CAMPAIGN_DRAFT", "CAMPAIGN_PAUSED" ->
          campaign.map(id -> to("start", new Route.CampaignOutlook(id), tools));
      case "WINDOW",
          "HOLIDAY",
          "CAP",
          "GAP",
          "QUEUE",
          "START_DATE",
          "MAILBOX_WINDOW",
          "NO_WINDOW",
          "CAMPAIGN_ENDED",
          "NO_MAILBOX" ->
          campaign.map(id -> to("times", new Route.CampaignTimes(id), tools));
      case "DELAY" -> campaign.map(id -> to("steps", Route.CampaignSteps.of(id), tools));
      case "EMPTY_FIELD", "SUPPRESSED", "BAD_ADDRESS" ->
          prospect(asked).map(id -> to("prospect", new Route.ProspectDetail(id), tools));
      case "ENROLMENT_PAUSED", "RESUME_AT" ->
          asked instanceof WhyViewModel.Asked.Next(EnrolmentRow row)
              ? Optional.of(new Way("resume", () -> asks.make(row, EnrolmentMove.RESUME)))
              : Optional.empty();
      case "STALE", "RESTORED", "WAITING_OUTCOME", "UNCONFIRMED" ->
          Optional.of(to("sync", new Route.SyncCentre(), tools));
      default -> Optional.empty();
    };
  }

  private static Way to(String key, Route route, Tools tools) {
    return new Way(key, () -> tools.navigator().go(route));
  }

  private static Optional<UUID> prospect(WhyViewModel.Asked asked) {
    return switch (asked) {
      case WhyViewModel.Asked.Next(EnrolmentRow row) -> row.prospectId();
      case WhyViewModel.Asked.Mail(Doc row) -> row.uuid("prospectId");
    };
  }

  private static Label label(String... styles) {
    Label label = new Label();
    label.setWrapText(true);
    label.getStyleClass().addAll(styles);
    return label;
  }
}
