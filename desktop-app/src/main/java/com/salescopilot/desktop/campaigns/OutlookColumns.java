package com.salescopilot.desktop.campaigns;

import com.salescopilot.desktop.campaigns.Departures.Departure;
import com.salescopilot.desktop.ui.Texts;
import java.util.List;
import javafx.scene.control.TableView;

/// The columns of what would leave, in the order of leaving.
final class OutlookColumns {
  private final Texts texts;
  private final WhyWords why;

  OutlookColumns(Texts texts, WhyWords why) {
    this.texts = texts;
    this.why = why;
  }

  void build(TableView<Departure> table) {
    Columns columns = new Columns(texts);
    table
        .getColumns()
        .setAll(
            List.of(
                columns.<Departure>number(
                    "leaves",
                    168,
                    mail -> (double) mail.at().toEpochMilli(),
                    mail -> why.time(mail.at())),
                columns.<Departure>words(
                    "person", 100, 80, mail -> mail.person().map(AudienceColumns::name).orElse("")),
                columns.<Departure>words(
                    "step",
                    66,
                    60,
                    mail ->
                        texts.get(
                            getClass(),
                            "outlook.step",
                            mail.position(),
                            mail.wording()
                                .flatMap(row -> row.text("variant"))
                                .orElse(StepRow.FIRST))),
                columns.<Departure>words(
                    "binding", 210, 160, mail -> why.binding(mail.binding()))));
    table.getColumns().forEach(column -> column.setSortable(false));
  }
}
