package com.salescopilot.desktop.speed;

import com.salescopilot.desktop.harness.DeskFixture;
import com.salescopilot.desktop.harness.Ui;
import com.salescopilot.desktop.screens.Places;
import com.salescopilot.desktop.shell.Route;
import com.salescopilot.desktop.ui.Look;
import com.salescopilot.model.entity.Doc;
import com.salescopilot.model.entity.Entity;
import com.salescopilot.server.demo.ScratchDirectory;
import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Measures how quick the program is over a hundred thousand prospects, and what it weighs: `mvn -q
/// -Pbench`. Starts are those of the packed jar in a process of its own, set beside an empty window
/// of the same Java and JavaFX; the rest is measured in this process.
public final class Benchmark {
  /// What JavaFX needs to know to draw where nobody looks.
  static final Map<String, String> UNSEEN =
      Map.of(
          "java.awt.headless", "true",
          "glass.platform", "Monocle",
          "monocle.platform", "Headless",
          "prism.order", "sw",
          "headless.geometry", "1600x1200-32",
          "testfx.headless", "true",
          "testfx.robot", "glass");

  private static final List<String> PLAIN = List.of();

  /// As the installers will start it.
  private static final List<String> INSTALLED =
      List.of("-XX:+UseSerialGC", "-XX:+UseCompactObjectHeaders", "-Xmx512m");

  private static final List<String> WORDS =
      List.of("a", "müller", "jo s", "person4711@", "bakery gmbh", "zoe lind", "qqqq", "head of");
  private static final int WARM = 3;
  private static final int EDITS = 500;

  private final Path profile;
  private final int runs;

  private Benchmark(Path profile, int runs) {
    this.profile = profile;
    this.runs = runs;
  }

  /// Measures and prints.
  ///
  /// @param args how often the program is started; 5
  public static void main(String[] args) throws IOException {
    UNSEEN.forEach(System::setProperty);
    int runs = args.length == 0 || args[0].isBlank() ? 5 : Integer.parseInt(args[0]);
    try (ScratchDirectory scratch = ScratchDirectory.make()) {
      new Benchmark(scratch.path().resolve("profile"), runs).all();
    }
    System.exit(0);
  }

  private void all() {
    try (DeskFixture desk = DeskFixture.ofAda(profile)) {
      Crowd.arrive(desk, Crowd.ALL);
    }
    machine();
    starts("java -jar", PLAIN);
    starts("as installed " + INSTALLED, INSTALLED);
    inside();
    machine();
  }

  private static void machine() {
    var system = ManagementFactory.getOperatingSystemMXBean();
    System.out.printf(
        Locale.ROOT,
        "%d processors, load %.1f, Java %s, %s %s%n",
        system.getAvailableProcessors(),
        system.getSystemLoadAverage(),
        Runtime.version(),
        system.getName(),
        system.getVersion());
  }

  private void starts(String name, List<String> options) {
    List<Started> empty = new ArrayList<>();
    List<Started> full = new ArrayList<>();
    for (int i = 0; i <= runs; i++) {
      Started nothing = Started.run(profile, options, List.of(Probe.NOTHING), "FRAME");
      Started all = Started.run(profile, options, List.of(), "ROWS");
      if (i > 0) { // the first only fills the machine's caches
        empty.add(nothing);
        full.add(all);
      }
    }
    System.out.println("Start, " + name + ", " + runs + " times");
    Figures reference = times(empty, "FRAME");
    System.out.println("  an empty window              " + reference.text());
    for (String mark : List.of("FRAME", "COUNTED", "ROWS")) {
      Figures figures = times(full, mark);
      System.out.printf(
          Locale.ROOT,
          "  %-28s %s; %.2f of an empty window%n",
          switch (mark) {
            case "FRAME" -> "first frame";
            case "COUNTED" -> "dashboard counted";
            default -> "prospects after Ctrl+4";
          },
          figures.text(),
          (double) figures.median().toNanos() / reference.median().toNanos());
    }
    long nothing = megabytes("an empty window, idle", empty, 0);
    long _ = megabytes("100,000 prospects, idle", full, nothing);
  }

  private static Figures times(List<Started> starts, String mark) {
    return new Figures(starts.stream().map(start -> start.after().get(mark)).toList());
  }

  /// Prints the memory.
  ///
  /// @param reference what it is compared to, in kilobytes; 0: nothing
  /// @return the median in kilobytes
  private static long megabytes(String name, List<Started> starts, long reference) {
    List<Long> sorted = starts.stream().map(Started::kilobytes).sorted().toList();
    long median = sorted.get(sorted.size() / 2);
    System.out.printf(
        Locale.ROOT,
        "  %-28s median %d MB (PSS), min %d, max %d%s%n",
        name,
        median / 1024,
        sorted.getFirst() / 1024,
        sorted.getLast() / 1024,
        reference == 0
            ? ""
            : String.format(Locale.ROOT, "; %.2f of an empty window", (double) median / reference));
    return median;
  }

  private void inside() {
    try (DeskFixture desk = DeskFixture.ofAda(profile)) {
      Places rows = Places.at(desk);
      try (Ui ui = Ui.open(desk.desk(), Ui.Setting.USUAL)) {
        List<Route> places = rows.all(ui.graph().book());
        print("route, first", routes(ui, places));
        routes(ui, places);
        print("route, again", routes(ui, places));
        themes(ui);
        print("theme switch", themes(ui));
        Typist typist = Typist.at(ui.go(new Route.Prospects()));
        IntStream.range(0, WARM).forEach(_ -> typist.type(WORDS));
        print(
            "keystroke to rows",
            new Figures(typist.type(WORDS).stream().map(Typist.Stroke::shown).toList()));
        ui.go(new Route.Settings());
        edits(desk);
        print("edit to durable", edits(desk));
      }
    }
  }

  private static Figures routes(Ui ui, List<Route> places) {
    return new Figures(
        places.stream()
            .map(
                place -> {
                  Duration took = Frames.after(ui.scene(), () -> ui.graph().navigator().go(place));
                  ui.settle();
                  return took;
                })
            .toList());
  }

  private static Figures themes(Ui ui) {
    ui.go(new Route.Dashboard());
    return new Figures(
        Stream.of(Look.Theme.DARK, Look.Theme.LIGHT, Look.Theme.DARK, Look.Theme.LIGHT)
            .map(
                theme ->
                    Frames.after(
                        ui.scene(),
                        () -> {
                          var look = ui.graph().looks().lookProperty();
                          look.set(look.get().with(theme));
                        }))
            .toList());
  }

  private static Figures edits(DeskFixture desk) {
    List<Duration> took = new ArrayList<>();
    for (int i = 0; i < EDITS; i++) {
      long begun = System.nanoTime();
      var made =
          desk.edits()
              .create(Entity.PROSPECT, Map.of("email", "new" + desk.desk().newId() + "@b.example"));
      took.add(Duration.ofNanos(System.nanoTime() - begun));
      Doc row = desk.row(made.row()).orElseThrow();
      begun = System.nanoTime();
      desk.edits().patch(row, Map.of("company", "Bright " + i));
      took.add(Duration.ofNanos(System.nanoTime() - begun));
    }
    return new Figures(took);
  }

  private static void print(String name, Figures figures) {
    System.out.printf("%-30s %s%n", name, figures.text());
  }

  /// The packed program first, then what tests bring along, without the program's own classes.
  static String classPath() {
    Path jar = Path.of("target", "desktop-app.jar").toAbsolutePath();
    return Stream.concat(
            Stream.of(jar.toString()),
            Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .filter(part -> part.endsWith("test-classes") || part.contains("openjfx-monocle")))
        .collect(Collectors.joining(File.pathSeparator));
  }
}
