package com.salescopilot.desktop.speed;

import static org.assertj.core.api.Assertions.assertThat;

import com.salescopilot.desktop.harness.DeskFixture;
import com.salescopilot.desktop.harness.Ui;
import com.salescopilot.desktop.screens.Places;
import com.salescopilot.desktop.shell.KeptScreens;
import com.salescopilot.desktop.shell.Navigator;
import com.salescopilot.desktop.shell.Route;
import com.salescopilot.desktop.store.Subscription;
import com.salescopilot.desktop.ui.Subscriptions;
import com.salescopilot.model.entity.Entity;
import java.lang.ref.WeakReference;
import java.lang.reflect.Field;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javafx.scene.control.ChoiceBox;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Screens that were shown many times leave nothing behind.
@Tag("alone")
final class LeaksTest {
  private static final int SHOWN = 50;
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final Duration SOON = Duration.ofSeconds(1);

  @TempDir Path scratch;

  private DeskFixture desk;
  private List<Route> places;
  private Ui ui;

  @BeforeEach
  void open() {
    desk = DeskFixture.ofAda(scratch);
    Places rows = Places.at(desk);
    ui = Ui.open(desk.desk(), Ui.Setting.USUAL);
    places = rows.all(ui.graph().book());
  }

  @AfterEach
  void close() {
    ui.close();
    desk.close();
  }

  @Test
  void showing_a_screen_again_and_again_leaves_nothing_more_and_a_forgotten_listener_is_found() {
    places.forEach(ui::go); // with all that a first frame needs
    showAll(2);
    assertThat(growing()).isEmpty();
    Heap before = Heap.now();

    List<Subscription> forgotten = new ArrayList<>();
    for (int i = 0; i < SHOWN; i++) {
      forgotten.add(desk.desk().store().changes().on(Entity.PROSPECT, new Forgotten(ui)));
    }
    assertThat(Heap.now().grown(before, SHOWN)).containsKey(Forgotten.class.getName());
    forgotten.forEach(Subscription::close);
  }

  @Test
  void screens_are_let_go_when_somebody_else_works_here_and_one_that_is_held_is_found() {
    Navigator navigator = ui.graph().navigator();
    List<Kept> kept = shown();
    Ui.run(() -> navigator.reset(new Route.Login()));
    assertThat(reachable(kept, PATIENCE)).isEmpty();

    List<Kept> again = shown();
    Object held = KeptScreens.controllers(navigator).getFirst();
    Subscription listening =
        Subscriptions.onChange(ui.graph().looks().rowHeightProperty(), new Forgotten(held));
    Ui.run(() -> navigator.reset(new Route.Login()));
    assertThat(reachable(again, SOON)).contains(held.getClass().getSimpleName());
    listening.close();
  }

  @Test
  void all_of_it_is_let_go_when_another_language_is_spoken() {
    List<Kept> kept = new ArrayList<>(shown());
    kept.add(kept(ui.graph()));
    ui.go(new Route.Settings());
    speakGerman();
    assertThat(reachable(kept, PATIENCE)).isEmpty();
  }

  private void speakGerman() {
    ChoiceBox<Optional<Locale>> language = ui.node("#language");
    Ui.run(() -> language.setValue(Optional.of(Locale.GERMAN)));
    ui.settle();
  }

  /// A listener that holds on to something.
  private record Forgotten(Object held) implements Runnable {
    @Override
    public void run() {}
  }

  /// Something that should go.
  private record Kept(String name, WeakReference<Object> there) {}

  /// The classes that grow each time the screens are shown; what comes once, such as another
  /// connection, does not grow a second time.
  private Set<String> growing() {
    Set<String> growing = grownOnce();
    if (!growing.isEmpty()) {
      growing.retainAll(grownOnce());
    }
    return growing;
  }

  private Set<String> grownOnce() {
    Heap before = Heap.now();
    showAll(SHOWN);
    return new TreeSet<>(Heap.now().grown(before, SHOWN).keySet());
  }

  private void showAll(int times) {
    for (int i = 0; i < times; i++) {
      for (Route place : places) {
        Ui.run(() -> ui.graph().navigator().go(place));
      }
      ui.settle();
    }
  }

  /// All screens after they were shown and looked at, with their controllers and view-models.
  private List<Kept> shown() {
    places.forEach(ui::go);
    List<Kept> kept = new ArrayList<>();
    for (Object controller : KeptScreens.controllers(ui.graph().navigator())) {
      kept.add(kept(controller));
      for (Field field : controller.getClass().getDeclaredFields()) {
        if (field.getType().getSimpleName().endsWith("ViewModel")) {
          kept.add(kept(value(field, controller)));
        }
      }
    }
    KeptScreens.views(ui.graph().navigator()).forEach(view -> kept.add(kept(view)));
    assertThat(kept).hasSizeGreaterThan(3 * places.size() - 3);
    return kept;
  }

  private static Kept kept(Object thing) {
    return new Kept(thing.getClass().getSimpleName(), new WeakReference<>(thing));
  }

  private static Object value(Field field, Object owner) {
    try {
      field.setAccessible(true);
      return field.get(owner);
    } catch (IllegalAccessException e) {
      throw new AssertionError(e);
    }
  }

  /// What is still there when everything was collected that can be.
  private Set<String> reachable(List<Kept> kept, Duration patience) {
    long until = System.nanoTime() + patience.toNanos();
    Set<String> there;
    do {
      ui.settle();
      System.gc();
      there = new TreeSet<>();
      for (Kept each : kept) {
        if (each.there().get() != null) {
          there.add(each.name());
        }
      }
    } while (!there.isEmpty() && System.nanoTime() < until);
    return there;
  }
}
