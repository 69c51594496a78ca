package com.salescopilot.desktop.dashboard;

import com.salescopilot.desktop.ui.Texts;
import com.salescopilot.model.stats.DayCounts;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.function.ToLongFunction;
import javafx.scene.chart.LineChart;
import javafx.scene.chart.NumberAxis;
import javafx.scene.chart.XYChart;
import javafx.scene.control.Tooltip;
import javafx.util.StringConverter;

/// The days as lines: what was sent, opened and replied. Style sheets tell the lines apart by
/// colour, dash and marker.
final class TimelineChart {
  private static final int MOST_LABELS = 7;

  private final LineChart<Number, Number> chart;
  private final NumberAxis dates;
  private final NumberAxis counts;
  private final Texts texts;
  private final DateTimeFormatter day;

  TimelineChart(LineChart<Number, Number> chart, NumberAxis dates, NumberAxis counts, Texts texts) {
    this.chart = chart;
    this.dates = dates;
    this.counts = counts;
    this.texts = texts;
    this.day = Standing.day(texts);
    dates.setTickLabelFormatter(new Dates(day));
    // markers at the edges would be cut in half
    chart.lookup(".plot-content").getParent().setClip(null);
  }

  void show(List<DayCounts> days) {
    long last = days.getLast().date().toEpochDay();
    long unit = Math.ceilDiv(days.size(), MOST_LABELS);
    long units = Math.ceilDiv(days.size() - 1L, unit);
    dates.setLowerBound((double) (last - units * unit)); // so that today has its label
    dates.setUpperBound((double) last);
    dates.setTickUnit((double) unit);
    Scale scale = Scale.upTo(days.stream().mapToLong(TimelineChart::most).max().orElse(0));
    counts.setUpperBound((double) scale.top());
    counts.setTickUnit((double) scale.step());
    chart
        .getData()
        .setAll(
            List.of(
                series("dashboard.sent", days, DayCounts::sent),
                series("dashboard.opened", days, DayCounts::opened),
                series("dashboard.replied", days, DayCounts::replied)));
    chart.getData().forEach(this::explain);
  }

  private XYChart.Series<Number, Number> series(
      String key, List<DayCounts> days, ToLongFunction<DayCounts> of) {
    XYChart.Series<Number, Number> series = new XYChart.Series<>();
    series.setName(texts.get(TimelineChart.class, key));
    for (DayCounts counted : days) {
      series
          .getData()
          .add(new XYChart.Data<>(counted.date().toEpochDay(), of.applyAsLong(counted)));
    }
    return series;
  }

  private void explain(XYChart.Series<Number, Number> series) {
    for (XYChart.Data<Number, Number> point : series.getData()) {
      LocalDate date = LocalDate.ofEpochDay(point.getXValue().longValue());
      Tooltip.install(
          point.getNode(),
          new Tooltip(
              texts.get(
                  TimelineChart.class,
                  "dashboard.point",
                  day.format(date),
                  series.getName(),
                  point.getYValue())));
    }
  }

  private static long most(DayCounts counted) {
    return Math.max(counted.sent(), Math.max(counted.opened(), counted.replied()));
  }

  private static final class Dates extends StringConverter<Number> {
    private final DateTimeFormatter day;

    Dates(DateTimeFormatter day) {
      this.day = day;
    }

    @Override
    public String toString(Number epochDay) {
      return day.format(LocalDate.ofEpochDay(epochDay.longValue()));
    }

    @Override
    public Number fromString(String text) {
      throw new UnsupportedOperationException("an axis is only read");
    }
  }
}
