package com.salescopilot.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// What holds for every file of the repository, whatever its kind.
final class RepositoryTest {

  /// Hosts that serve packages, and the paths by which a mirror of them is known.
  private static final Pattern REGISTRY =
      Pattern.compile(
          "repo1?\\.maven\\.|\\bsonatype\\.(?:org|com)|jcenter\\.|jitpack\\.|plugins\\.gradle\\."
              + "|registry\\.(?:npmjs|yarnpkg|hub)\\.|\\bpypi\\.|pythonhosted\\.|proxy\\.golang\\.|crates\\.io"
              + "|/maven[2]/|https?://[^/\\s\"]*(?:artifactory|nexus)");

  private static final Pattern POM_REPOSITORY =
      Pattern.compile("<(?:repositories|pluginRepositories|distributionManagement)>");

  private static final Set<String> NOT_OURS =
      Set.of(".git", "target", ".idea", ".vscode", ".settings");

  @Test
  void no_file_names_a_package_registry() throws IOException {
    assertThat(files())
        .as("where packages come from is the builder's setting, not the project's")
        .filteredOn(file -> REGISTRY.matcher(text(file)).find())
        .isEmpty();
  }

  @Test
  void no_pom_adds_a_repository() throws IOException {
    var poms = files().stream().filter(file -> file.endsWith("pom.xml")).toList();
    assertThat(poms).hasSizeGreaterThan(1);
    assertThat(poms).filteredOn(file -> POM_REPOSITORY.matcher(text(file)).find()).isEmpty();
  }

  private static List<Path> files() throws IOException {
    var found = new ArrayList<Path>();
    Files.walkFileTree(
        Sources.module().resolveSibling(""),
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            return NOT_OURS.contains(folder.getFileName().toString())
                ? FileVisitResult.SKIP_SUBTREE
                : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (attributes.isRegularFile() && !file.endsWith(".git")) {
              found.add(file);
            }
            return FileVisitResult.CONTINUE;
          }
        });
    return List.copyOf(found);
  }

  /// Byte by byte: a picture must not stop the check.
  private static String text(Path file) {
    try {
      return Files.readString(file, StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw new AssertionError(file.toString(), e);
    }
  }
}
