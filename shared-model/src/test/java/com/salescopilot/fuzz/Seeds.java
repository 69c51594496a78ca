package com.salescopilot.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// The inputs that a search begins with.
public final class Seeds {
  /// Longer ones slow the search down and are tried by other tests.
  private static final long LONGEST = 20_000;

  private Seeds() {}

  static List<byte[]> of(Fuzzed target) {
    List<byte[]> all = new ArrayList<>(target.seeds());
    all.addAll(below(folder(target)));
    return List.copyOf(all);
  }

  /// The files of a public corpus, where it is present.
  ///
  /// @param folder such as `csv/spectrum`
  public static List<byte[]> corpus(String folder) {
    return below(corpora().resolve(folder));
  }

  /// The lines of one file of a public corpus, where it is present.
  public static List<String> lines(String file) {
    Path present = corpora().resolve(file);
    try {
      return Files.exists(present) ? Files.readAllLines(present) : List.of();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path corpora() {
    return Path.of(System.getProperty("corpora.dir", "../../shared/corpora"));
  }

  /// Where a target's own inputs are.
  static Path folder(Fuzzed target) {
    return Path.of("src/test/resources", target.getClass().getPackageName().split("\\."))
        .resolve("fuzz")
        .resolve(target.target());
  }

  private static List<byte[]> below(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(folder)) {
      List<byte[]> inputs = new ArrayList<>();
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        if (Files.size(file) <= LONGEST) {
          inputs.add(Files.readAllBytes(file));
        }
      }
      return inputs;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
