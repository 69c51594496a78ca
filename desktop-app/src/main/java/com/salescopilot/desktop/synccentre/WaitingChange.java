package com.salescopilot.desktop.synccentre;

import com.salescopilot.desktop.shell.Route;
import com.salescopilot.model.entity.RowKey;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// A change that the server has not confirmed.
///
/// @param id the mutation that carries it
/// @param key the row it is done to
/// @param what what it does, in words
/// @param row what the row is called
/// @param lines the fields that it sets
/// @param age how long ago it was made, in words
/// @param onItsWay whether it may have left this machine, so that it stays as it is
/// @param obstacle why it cannot be discarded; empty if it can
/// @param place where its row is shown
record WaitingChange(
    UUID id,
    RowKey key,
    String what,
    String row,
    List<Line> lines,
    String age,
    boolean onItsWay,
    String obstacle,
    Optional<Route> place) {

  /// A field, what stood there, and what stands there now; empty where nothing stood.
  record Line(String field, String was, String now) {}
}
