package com.salescopilot.desktop.dashboard;

import java.util.List;

/// Who is moved by our mails, the most moved first.
///
/// @param current of all together, now
/// @param previous the same three days ago
record Motion(List<Mover> movers, double current, double previous) {
  Motion {
    movers = List.copyOf(movers);
  }
}
