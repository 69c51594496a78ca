package com.salescopilot.checks;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/// Parsed Java files. Nothing is resolved: a rule on them goes by names, and needs no class path.
record Sources(List<CompilationUnitTree> units, SourcePositions positions) {

  /// The module whose tests run.
  static Path module() {
    return Path.of(System.getProperty("basedir", "")).toAbsolutePath();
  }

  static Sources of(List<Path> files) {
    return parse(
        files.stream().<JavaFileObject>map(file -> new Text(file.toUri(), read(file))).toList());
  }

  static Sources of(String text) {
    return parse(List.of(new Text(URI.create("string:///Example.java"), text)));
  }

  private static Sources parse(List<JavaFileObject> files) {
    var compiler = ToolProvider.getSystemJavaCompiler();
    var task = (JavacTask) compiler.getTask(null, null, null, List.of("-proc:none"), null, files);
    var units = new ArrayList<CompilationUnitTree>();
    try {
      task.parse().forEach(units::add);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Sources(List.copyOf(units), Trees.instance(task).getSourcePositions());
  }

  /// Every Java file below a folder; none if there is no such folder.
  static List<Path> javaBelow(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(file -> file.toString().endsWith(".java")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The places a scanner reports, as `file:line`.
  List<String> find(TreeScanner<?, Consumer<Tree>> scanner) {
    var found = new ArrayList<String>();
    for (var unit : units) {
      scanner.scan(unit, tree -> found.add(place(unit, tree)));
    }
    return List.copyOf(found);
  }

  private String place(CompilationUnitTree unit, Tree tree) {
    long start = positions.getStartPosition(unit, tree);
    return unit.getSourceFile().getName() + ":" + unit.getLineMap().getLineNumber(start);
  }

  private static final class Text extends SimpleJavaFileObject {
    private final String text;

    Text(URI uri, String text) {
      super(uri, Kind.SOURCE);
      this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }
}
