package com.salescopilot.desktop.campaigns;

import com.salescopilot.desktop.ui.RateWords;
import com.salescopilot.desktop.ui.Texts;
import com.salescopilot.desktop.ui.WaitsColumn;
import com.salescopilot.model.entity.Doc;
import com.salescopilot.model.schedule.Why;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import org.jspecify.annotations.Nullable;

/// The columns of a campaign's enrolments and of its mails.
final class DetailColumns {
  private static final double ROOM_FOR_LAST = 640;

  private final Texts texts;
  private final CampaignWords words;
  private final MailWords mailWords;
  private final Columns columns;

  DetailColumns(Texts texts, CampaignWords words) {
    this.texts = texts;
    this.words = words;
    this.mailWords = new MailWords(texts);
    this.columns = new Columns(texts);
  }

  /// @param next why the next mail of somebody has not left
  void enrolments(
      TableView<EnrolmentRow> table,
      Function<EnrolmentRow, Optional<Why>> next,
      Consumer<EnrolmentRow> write) {
    WhyWords why = new WhyWords(texts);
    TableColumn<EnrolmentRow, String> last = columns.words("last", 200, 80, EnrolmentRow::last);
    // beside the answer to "why" there may be no room for it
    last.visibleProperty().bind(table.widthProperty().greaterThanOrEqualTo(ROOM_FOR_LAST));
    table
        .getColumns()
        .setAll(
            List.of(
                columns.<EnrolmentRow>words("person", 150, 84, this::name),
                columns.badge(128, EnrolmentRow::status, words::status, Badges::manner),
                columns.<EnrolmentRow>number(
                    "step", 64, row -> (double) row.step(), row -> words.number(row.step())),
                columns.<EnrolmentRow>words(
                    "next", 260, 120, row -> next.apply(row).map(why::next).orElse("")),
                last,
                write(write)));
  }

  void mails(TableView<Doc> table, Predicate<Doc> waits) {
    table
        .getColumns()
        .setAll(
            List.of(
                WaitsColumn.of(texts, waits),
                columns.<Doc>words("subject", 230, 110, mail -> mail.text("subject").orElse("")),
                columns.<Doc>words("to", 190, 110, mail -> mail.text("toEmail").orElse("")),
                columns.badge(124, MailWords::status, mailWords::status, Badges::manner),
                columns.<Doc>words("reason", 270, 170, mailWords::reason),
                time()));
  }

  void variants(TableView<VariantRow> table) {
    table
        .getColumns()
        .setAll(
            List.of(
                columns.<VariantRow>words(
                    "step",
                    70,
                    60,
                    row -> texts.get(getClass(), "outlook.step", row.position(), row.variant())),
                columns.<VariantRow>words("subject", 220, 100, VariantRow::subject),
                columns.<VariantRow>number(
                    "sent",
                    80,
                    row -> (double) row.counts().sent(),
                    row -> words.number(row.counts().sent())),
                columns.<VariantRow>words(
                    "opened", 180, 110, row -> RateWords.of(row.counts().openRate(), texts, "–")),
                columns.<VariantRow>words(
                    "replied", 180, 110, row -> RateWords.of(row.counts().replyRate(), texts, "–")),
                columns.<VariantRow>words("verdict", 220, 110, row -> row.verdict(texts))));
    table.getColumns().forEach(column -> column.setSortable(false));
  }

  private String name(EnrolmentRow row) {
    return row.prospect().isPresent() ? row.name() : texts.get(getClass(), "detail.deleted");
  }

  private TableColumn<Doc, Doc> time() {
    return columns.number(
        "time",
        170,
        mail -> at(mail).map(at -> (double) at.toEpochMilli()).orElse(0.0),
        mail -> at(mail).map(mailWords::time).orElse(""));
  }

  private static Optional<Instant> at(Doc mail) {
    return mail.instant("sentAt").or(() -> mail.instant("createdAt"));
  }

  private TableColumn<EnrolmentRow, EnrolmentRow> write(Consumer<EnrolmentRow> write) {
    TableColumn<EnrolmentRow, EnrolmentRow> column =
        columns.whole("write", 110, 110, Comparator.comparing(EnrolmentRow::name));
    column.setSortable(false);
    column.setText("");
    column.setCellFactory(_ -> new WriteCell(texts, write));
    return column;
  }

  private static final class WriteCell extends TableCell<EnrolmentRow, EnrolmentRow> {
    private final Texts texts;
    private final Button button;

    WriteCell(Texts texts, Consumer<EnrolmentRow> write) {
      this.texts = texts;
      button = new Button(texts.get(DetailColumns.class, "detail.write"));
      button.getStyleClass().addAll("write", "row-button");
      button.setOnAction(_ -> write.accept(getItem()));
      setAlignment(Pos.CENTER_RIGHT);
    }

    @Override
    protected void updateItem(@Nullable EnrolmentRow row, boolean empty) {
      super.updateItem(row, empty);
      if (row == null || empty || row.prospect().isEmpty()) {
        setGraphic(null);
      } else {
        button.setAccessibleText(texts.get(DetailColumns.class, "detail.writeTo", row.name()));
        setGraphic(button);
      }
    }
  }
}
