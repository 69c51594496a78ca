package com.salescopilot.desktop.ui;

/// How far a screen is with what it shows.
public sealed interface Load {
  /// Nothing is here yet.
  record Reading() implements Load {}

  /// Something is here.
  record Ready() implements Load {}

  /// There is nothing to show.
  ///
  /// @param searched whether a search or a filter found nothing, although there are rows
  record Empty(boolean searched) implements Load {}

  /// It could not be read; what was here stays.
  ///
  /// @param why one sentence
  record Failed(String why) implements Load {}
}
