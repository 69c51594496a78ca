package com.salescopilot.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The rules for a module's source files. A module's test class implements this and adds nothing.
public interface SourceRules {

  @Test
  default void no_file_is_longer_than_400_lines() {
    assertThat(everything())
        .as("two jobs in one file hide each other")
        .filteredOn(file -> Sources.read(file).lines().count() > 400)
        .isEmpty();
  }

  @Test
  default void no_sql_stands_in_java() {
    assertThat(Sources.of(main()).find(new SqlText()))
        .as(
            "SQL lives in .sql resources beside the class, where it can be read, explained and"
                + " never concatenated")
        .isEmpty();
  }

  @Test
  default void no_switch_over_our_own_closed_types_has_a_default() {
    var root = Sources.module().resolveSibling("");
    var ours =
        Stream.of("shared-model", "sync-server", "desktop-app")
            .map(root::resolve)
            .flatMap(SourceRules::mainOf);
    var closed = ClosedTypes.in(Sources.of(ours.toList()));
    assertThat(Sources.of(main()).find(new OpenSwitches(closed)))
        .as("a new case must break the build where it is not handled")
        .isEmpty();
  }

  @Test
  default void nothing_sleeps() {
    assertThat(Sources.of(everything()).find(new Sleeps()))
        .as(
            "code waits for a signal or a deadline; a sleep is too short on a slow machine and too"
                + " long on a fast one")
        .isEmpty();
  }

  @Test
  default void every_package_is_null_marked() {
    var packages =
        everything().stream().map(file -> sourceRoot(file).relativize(file.getParent())).distinct();
    assertThat(packages)
        .as("NullAway reads only what is marked")
        .filteredOn(name -> packageInfos(name).noneMatch(SourceRules::marks))
        .isEmpty();
  }

  private static List<Path> main() {
    return mainOf(Sources.module()).toList();
  }

  private static Stream<Path> mainOf(Path module) {
    return Sources.javaBelow(module.resolve("src/main/java")).stream();
  }

  private static List<Path> everything() {
    return Sources.javaBelow(Sources.module().resolve("src"));
  }

  /// `src/main/java` of a file below it.
  private static Path sourceRoot(Path file) {
    return file.getRoot().resolve(file.subpath(0, Sources.module().getNameCount() + 3));
  }

  private static Stream<Path> packageInfos(Path name) {
    return Stream.of("main", "test", "bench")
        .map(set -> Sources.module().resolve("src").resolve(set).resolve("java").resolve(name))
        .map(folder -> folder.resolve("package-info.java"))
        .filter(Files::exists);
  }

  private static boolean marks(Path packageInfo) {
    return Sources.read(packageInfo)
        .lines()
        .anyMatch(line -> line.matches("@(?:org\\.jspecify\\.annotations\\.)?NullMarked"));
  }
}
