package com.salescopilot.desktop.settings;

import com.salescopilot.desktop.platform.Machine;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// How mails leave from here.
final class SendingViewModel {
  private static final List<Integer> OFFERED = List.of(0, 5, 10, 15, 20, 30, 45, 60);

  private final Machine machine;

  SendingViewModel(Machine machine) {
    this.machine = machine;
  }

  /// The seconds that can be chosen, and those that hold though nobody chose them here.
  List<Integer> choices() {
    return Stream.concat(OFFERED.stream(), IntStream.of(undoSeconds()).boxed())
        .distinct()
        .sorted()
        .toList();
  }

  /// How long a mail can be taken back after it was sent; 0: not at all.
  int undoSeconds() {
    return machine.undoSeconds();
  }

  void choose(int seconds) {
    machine.keepUndo(seconds);
  }
}
