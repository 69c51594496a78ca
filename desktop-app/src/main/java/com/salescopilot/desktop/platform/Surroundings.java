package com.salescopilot.desktop.platform;

import java.nio.file.Path;
import java.util.Optional;

/// What the operating system does for the program, with its own windows.
public interface Surroundings {

  /// Asks a person where a file is to be kept; empty if nowhere.
  ///
  /// @param name what it is called unless they say otherwise
  Optional<Path> saveAs(String name);

  /// Shows an address in the browser.
  ///
  /// @return whether one was found
  boolean browse(String address);
}
