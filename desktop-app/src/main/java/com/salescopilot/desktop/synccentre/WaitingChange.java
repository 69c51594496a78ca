package com.salescopilot.desktop.synccentre;

import com.salescopilot.desktop.shell.Route;
import java.util.Optional;
import java.util.UUID;

/// A change that the server has not confirmed.
///
/// @param id the mutation that carries it
/// @param what what it does, in words
/// @param row what it is done to
/// @param age how long ago it was made, in words
/// @param onItsWay whether it may have left this machine, so that it stays as it is
/// @param place where its row is shown
record WaitingChange(
    UUID id, String what, String row, String age, boolean onItsWay, Optional<Route> place) {}
