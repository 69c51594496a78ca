package com.salescopilot.desktop.campaigns;

import com.salescopilot.desktop.ui.Texts;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javafx.scene.AccessibleRole;
import javafx.scene.chart.BarChart;
import javafx.scene.chart.CategoryAxis;
import javafx.scene.chart.NumberAxis;
import javafx.scene.chart.XYChart;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.StackPane;

/// How many mails leave on each day, as bars; and in one sentence for those who cannot see them.
public final class DayBars extends StackPane {
  private final CategoryAxis days = new CategoryAxis();
  private final NumberAxis counts = new NumberAxis();
  private final BarChart<String, Number> chart = new BarChart<>(days, counts);

  public DayBars() {
    getStyleClass().add("day-bars");
    chart.setAnimated(false);
    chart.setLegendVisible(false);
    chart.setMinSize(0, 0);
    days.setAnimated(false);
    counts.setAnimated(false);
    counts.setMinorTickVisible(false);
    counts.setForceZeroInRange(true);
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    getChildren().add(chart);
  }

  void show(List<Departures.Day> perDay, Texts texts) {
    DateTimeFormatter named = DateTimeFormatter.ofLocalizedPattern("Md").withLocale(texts.locale());
    DateTimeFormatter full =
        DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(texts.locale());
    XYChart.Series<String, Number> series = new XYChart.Series<>();
    for (Departures.Day day : perDay) {
      series.getData().add(new XYChart.Data<>(named.format(day.date()), day.count()));
    }
    chart.getData().setAll(List.of(series));
    for (int i = 0; i < perDay.size(); i++) {
      Departures.Day day = perDay.get(i);
      Optional.ofNullable(series.getData().get(i).getNode())
          .ifPresent(
              bar ->
                  Tooltip.install(
                      bar,
                      new Tooltip(
                          texts.get(
                              getClass(), "outlook.onDay", full.format(day.date()), day.count()))));
    }
    int most = perDay.stream().mapToInt(Departures.Day::count).max().orElse(0);
    counts.setTickUnit(Math.max(1, Math.ceil(most / 4.0)));
    counts.setAutoRanging(most > 4);
    counts.setUpperBound(4);
    int all = perDay.stream().mapToInt(Departures.Day::count).sum();
    setAccessibleText(
        perDay.stream()
            .max(Comparator.comparingInt(Departures.Day::count))
            .filter(day -> day.count() > 0)
            .map(
                day ->
                    texts.get(
                        getClass(), "outlook.bars", all, full.format(day.date()), day.count()))
            .orElseGet(() -> texts.get(getClass(), "outlook.noBars")));
  }
}
