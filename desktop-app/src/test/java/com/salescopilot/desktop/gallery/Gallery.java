package com.salescopilot.desktop.gallery;

import com.salescopilot.desktop.ui.EmptyState;
import com.salescopilot.desktop.ui.Looks;
import com.salescopilot.desktop.ui.NumberCard;
import com.salescopilot.desktop.ui.Texts;
import java.util.List;
import java.util.Locale;
import javafx.application.Platform;
import javafx.collections.FXCollections;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.PasswordField;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TitledPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.kordamp.ikonli.javafx.FontIcon;

/// Every colour, control, badge and banner, and how they look together. Run it to walk about in it.
final class Gallery {
  private static final List<String> GROUNDS =
      List.of(
          "-color-bg-default",
          "-color-bg-subtle",
          "-color-bg-overlay",
          "-color-accent-subtle",
          "-color-success-subtle",
          "-color-warning-subtle",
          "-color-danger-subtle",
          "-color-neutral-subtle",
          "-color-accent-emphasis",
          "-color-border-default");
  private static final List<String> CHARTS =
      List.of("sent", "opened", "replied", "bounced", "clicked");
  private static final Texts TEXTS = new Texts(Locale.ENGLISH);

  private Gallery() {}

  /// Shows it; the look of the machine's system holds.
  static void main() {
    Platform.startup(
        () -> {
          Stage stage = new Stage();
          Looks looks = new Looks();
          Scene scene = new Scene(page(), 1280, 900);
          looks.dress(scene);
          stage.setScene(scene);
          stage.setOnHidden(_ -> Platform.exit());
          stage.show();
        });
  }

  static VBox page() {
    VBox left = column(grounds(), charts(), badges(), banners(), numbers());
    VBox right = column(buttons(), fields(), lists(), empty());
    HBox columns = new HBox(24, left, right);
    HBox.setHgrow(left, Priority.ALWAYS);
    HBox.setHgrow(right, Priority.ALWAYS);
    Label title = styled("Gallery", "screen-title");
    VBox page = new VBox(title, columns);
    page.getStyleClass().addAll("shell", "screen");
    return page;
  }

  private static VBox column(Node... sections) {
    VBox column = new VBox(16, sections);
    column.setPrefWidth(600);
    return column;
  }

  private static Label styled(String words, String... styles) {
    Label label = new Label(words);
    label.getStyleClass().addAll(styles);
    return label;
  }

  private static VBox section(String title, Node... parts) {
    VBox section = new VBox(styled(title, "section-title"));
    section.getChildren().addAll(parts);
    section.getStyleClass().add("section-box");
    return section;
  }

  private static FlowPane row(Node... parts) {
    FlowPane row = new FlowPane(8, 8, parts);
    row.setRowValignment(VPos.CENTER);
    return row;
  }

  private static Node swatch(String colour, String name) {
    Region field = new Region();
    field.setMinSize(40, 24);
    field.setStyle(
        "-fx-background-color: -color-border-default, "
            + colour
            + "; -fx-background-insets: 0, 1;");
    HBox swatch = new HBox(6, field, styled(name, "small", "muted"));
    swatch.setMinWidth(180);
    swatch.getStyleClass().add("screen-bar");
    return swatch;
  }

  private static Node grounds() {
    return section(
        "Colours",
        row(GROUNDS.stream().map(each -> swatch(each, each.substring(7))).toArray(Node[]::new)));
  }

  private static Node charts() {
    return section(
        "Charts",
        row(CHARTS.stream().map(each -> swatch("-sc-chart-" + each, each)).toArray(Node[]::new)));
  }

  private static Node badges() {
    return section(
        "Badges",
        row(
            styled("Plain", "badge"),
            styled("Good", "badge", "good"),
            styled("Busy", "badge", "busy"),
            styled("Warn", "badge", "warn"),
            styled("Bad", "badge", "bad"),
            styled("Ctrl+K", "keys")));
  }

  private static Node banners() {
    return section("Banners", banner("bad"), banner("mild"), banner("calm"));
  }

  private static Node banner(String manner) {
    HBox banner = new HBox(new Label("Something is not as usual, nothing is lost."));
    banner.getStyleClass().addAll("banner", manner);
    return banner;
  }

  private static Node numbers() {
    NumberCard card = new NumberCard();
    card.setTitle("Replies");
    return section("Cards", card, styled("Muted words", "muted"), styled("Wrong", "field-error"));
  }

  private static Node buttons() {
    Button accent = new Button("Accent");
    accent.getStyleClass().add("accent");
    Button flat = new Button("Flat", new FontIcon("fth-x"));
    flat.getStyleClass().add("flat");
    Button off = new Button("Off");
    off.setDisable(true);
    ToggleButton left = new ToggleButton("On");
    left.getStyleClass().add("left-pill");
    left.setSelected(true);
    ToggleButton right = new ToggleButton("Off");
    right.getStyleClass().add("right-pill");
    CheckBox box = new CheckBox("Marked");
    box.setSelected(true);
    return section(
        "Buttons",
        row(
            new Button("Plain"),
            accent,
            flat,
            off,
            new HBox(left, right),
            box,
            new MenuButton("Menu", null, new MenuItem("One")),
            new Hyperlink("Link")));
  }

  private static Node fields() {
    TextField prompt = new TextField();
    prompt.setPromptText("A hint");
    ChoiceBox<String> choice = new ChoiceBox<>(FXCollections.observableArrayList("Choice"));
    choice.setValue("Choice");
    ComboBox<String> combo = new ComboBox<>(FXCollections.observableArrayList("Combo"));
    combo.setEditable(true);
    combo.setValue("Combo");
    TextArea area = new TextArea("Several\nlines");
    area.setPrefRowCount(2);
    return section(
        "Fields",
        row(new TextField("Typed"), prompt, new PasswordField(), choice, combo),
        area,
        new ProgressBar(0.4));
  }

  private static Node lists() {
    ListView<String> list = new ListView<>(FXCollections.observableArrayList("First", "Second"));
    list.getSelectionModel().select(0);
    list.setPrefHeight(84);
    TitledPane more = new TitledPane("More", new Label("What one seldom needs"));
    more.setAnimated(false);
    return section("Lists", list, more);
  }

  private static Node empty() {
    EmptyState empty = new EmptyState();
    empty.setIcon("fth-users");
    empty.setTitle(TEXTS.get(EmptyState.class, "common.gone"));
    empty.setText("What will stand here, and how it gets there.");
    return section("Empty places", empty);
  }
}
