package com.salescopilot.desktop.platform;

import java.nio.file.Path;
import java.util.Optional;

/// What the operating system does for the program, with its own windows.
public interface Surroundings {

  /// Asks a person where a file is to be kept; empty if nowhere.
  ///
  /// @param name what it is called unless they say otherwise
  Optional<Path> saveAs(String name);

  /// Asks a person for a file; empty if they choose none.
  ///
  /// @param endings of its name, such as `*.csv`
  Optional<Path> open(String... endings);

  /// Shows an address in the browser.
  ///
  /// @return whether one was found
  boolean browse(String address);

  /// Says something beside the window, for those who look elsewhere just now.
  ///
  /// @param words a name at most, and never the text of a mail
  void tell(String words);
}
