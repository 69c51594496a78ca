package com.salescopilot.desktop.dashboard;

/// Where the dashboard's numbers come from.
interface Numbers {
  /// Counts, off the screen's thread.
  ///
  /// @param days how many days end with today
  Overview read(int days, Whose whose);
}
