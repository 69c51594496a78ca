package com.salescopilot.desktop.harness;

import com.salescopilot.desktop.platform.Surroundings;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/// An operating system that does what a test wants, and shows no windows of its own.
///
/// @param file where files are kept, if anywhere
/// @param browser is told what is to be shown
public record Outside(Optional<Path> file, Consumer<String> browser) implements Surroundings {

  /// Where nothing is kept and nobody looks.
  public static Outside nothing() {
    return new Outside(Optional.empty(), _ -> {});
  }

  /// Where files are kept under this name, whatever is suggested.
  public static Outside keeping(Path file) {
    return new Outside(Optional.of(file), _ -> {});
  }

  @Override
  public Optional<Path> saveAs(String name) {
    return file;
  }

  @Override
  public Optional<Path> open(String... endings) {
    return file;
  }

  @Override
  public void tell(String words) {
    // nobody looks elsewhere
  }

  @Override
  public boolean browse(String address) {
    browser.accept(address);
    return true;
  }
}
