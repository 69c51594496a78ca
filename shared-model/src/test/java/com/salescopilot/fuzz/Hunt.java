package com.salescopilot.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// One search by Jazzer for an input that a target does not bear.
///
/// @param target its name
/// @param seed of the search
/// @param inputs how many were tried
/// @param places how many places of the watched code were reached
/// @param kept how many inputs reached something new
/// @param finding the file with an input that was not borne
/// @param log all that Jazzer said
record Hunt(
    String target,
    Duration time,
    int seed,
    long inputs,
    long places,
    long kept,
    Optional<Path> finding,
    Path log) {
  private static final Duration TO_BEGIN_AND_END = Duration.ofMinutes(3);

  /// An input that takes longer is a finding: it hangs.
  private static final Duration LONGEST = Duration.ofSeconds(20);

  private static final Pattern INPUTS = Pattern.compile("(?m)^Done (\\d+) runs|^#(\\d+)\\t");
  private static final Pattern PLACES = Pattern.compile(" cov: (\\d+) ");
  private static final Pattern KEPT = Pattern.compile(" corp: (\\d+)/");

  /// Searches.
  ///
  /// @param folder below which the inputs and the log are kept
  static Hunt on(Fuzzed target, Duration time, Path folder) {
    int seed = Integer.getInteger("fuzz.seed", new SplittableRandom().nextInt(1, 1 << 30));
    Path own = folder.toAbsolutePath().resolve(target.target());
    Path log = own.resolve("log.txt");
    Path findings = own.resolve("findings");
    try {
      Path corpus = Files.createDirectories(own.resolve("corpus"));
      clear(Files.createDirectories(findings));
      int number = 0;
      for (byte[] input : Seeds.of(target)) {
        Files.write(corpus.resolve("seed-" + number++), input);
      }
      Path words = Files.writeString(own.resolve("words"), dictionary(target.words()));
      Process jazzer =
          new ProcessBuilder(line(target, time, seed, corpus, findings, words))
              .redirectErrorStream(true)
              .redirectOutput(log.toFile())
              .start();
      await(jazzer, time.plus(TO_BEGIN_AND_END));
      String said = Files.readString(log, StandardCharsets.ISO_8859_1);
      return new Hunt(
          target.target(),
          time,
          seed,
          last(INPUTS, said),
          last(PLACES, said),
          last(KEPT, said),
          finding(findings, jazzer.exitValue(), log),
          log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> line(
      Fuzzed target, Duration time, int seed, Path corpus, Path findings, Path words) {
    List<String> line = new ArrayList<>();
    line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    line.addAll(
        List.of(
            "-XX:+EnableDynamicAgentLoading",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-XX:+UseSerialGC",
            "-Xmx768m",
            "-Duser.timezone=Pacific/Chatham"));
    line.add("-Dfuzz.target=" + target.getClass().getName());
    line.addAll(List.of("-cp", System.getProperty("java.class.path")));
    line.add("com.code_intelligence.jazzer.Jazzer");
    line.add("--target_class=" + Hunted.class.getName());
    line.add("--instrumentation_includes=" + String.join(":", target.watched()));
    line.add("--custom_hook_includes=" + String.join(":", target.watched()));
    line.add("--reproducer_path=" + findings);
    line.add(corpus.toString());
    line.add("-max_total_time=" + time.toSeconds());
    line.add("-timeout=" + LONGEST.toSeconds());
    line.add("-seed=" + seed);
    line.add("-artifact_prefix=" + findings + "/");
    // the heap has its own limit
    line.add("-rss_limit_mb=0");
    if (!target.words().isEmpty()) {
      line.add("-dict=" + words);
    }
    return line;
  }

  private static void await(Process process, Duration longest) {
    try {
      if (!process.waitFor(longest.toSeconds(), TimeUnit.SECONDS)) {
        throw new IllegalStateException("Jazzer does not end");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    } finally {
      process.destroyForcibly();
    }
  }

  /// A process that fails without an input, for want of a library say, has found nothing out.
  private static Optional<Path> finding(Path findings, int exit, Path log) throws IOException {
    try (Stream<Path> files = Files.list(findings)) {
      Optional<Path> input = files.filter(file -> !file.toString().endsWith(".java")).findFirst();
      return input.isEmpty() && exit != 0 ? Optional.of(log) : input;
    }
  }

  private static void clear(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
  }

  private static long last(Pattern number, String said) {
    Matcher found = number.matcher(said);
    long last = 0;
    while (found.find()) {
      String digits = found.group(1);
      last = Long.parseLong(digits == null ? found.group(2) : digits);
    }
    return last;
  }

  /// As libFuzzer reads words: what is not a plain letter is written as its bytes.
  private static String dictionary(List<String> words) {
    StringBuilder out = new StringBuilder();
    for (String word : words) {
      out.append('"');
      for (byte octet : word.getBytes(StandardCharsets.UTF_8)) {
        boolean plain = octet > ' ' && octet < 127 && octet != '"' && octet != '\\';
        out.append(plain ? "" + (char) octet : "\\x%02X".formatted(octet & 0xFF));
      }
      out.append("\"\n");
    }
    return out.toString();
  }

  /// What was found, from where Jazzer begins to say it.
  String report() {
    try {
      String said = Files.readString(log, StandardCharsets.ISO_8859_1);
      int from = Math.max(said.indexOf("\n== "), said.length() - 6_000);
      return "%s, kept in %s%n%s"
          .formatted(this, finding.orElse(log), said.substring(Math.max(0, from)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String toString() {
    return "fuzz %s: %,d inputs in %d s, %,d places reached, %,d inputs kept, %s (seed %d)"
        .formatted(
            target,
            inputs,
            time.toSeconds(),
            places,
            kept,
            finding.isPresent() ? "A FINDING" : "no finding",
            seed);
  }
}
