package com.salescopilot.desktop.screens;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/// What the toolkit says of style sheets: names that do not exist, values that cannot be read.
final class CssWarnings extends Handler implements AutoCloseable {
  private final Logger logger = Logger.getLogger("javafx.css"); // held, or it would be forgotten
  private final List<String> found = new CopyOnWriteArrayList<>();

  private CssWarnings() {
    logger.addHandler(this);
  }

  static CssWarnings collect() {
    return new CssWarnings();
  }

  List<String> found() {
    return List.copyOf(found);
  }

  @Override
  public void publish(LogRecord said) {
    if (said.getLevel().intValue() >= Level.WARNING.intValue()) {
      found.add("CSS: " + said.getMessage());
    }
  }

  @Override
  public void flush() {}

  @Override
  public void close() {
    logger.removeHandler(this);
  }
}
