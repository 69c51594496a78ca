package com.salescopilot.checks;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import org.jspecify.annotations.Nullable;

/// The simple names of our own enum constants, and of the types under our own sealed types.
record ClosedTypes(Set<String> constants, Set<String> cases) {

  static ClosedTypes in(Sources sources) {
    var reader = new Reader();
    sources.units().forEach(unit -> reader.scan(unit, null));
    var cases =
        reader.parents.entrySet().stream()
            .filter(type -> type.getValue().stream().anyMatch(reader.sealed::contains))
            .map(Map.Entry::getKey)
            .collect(Collectors.toUnmodifiableSet());
    return new ClosedTypes(Set.copyOf(reader.constants), cases);
  }

  /// The last segment of a type or constant as written: `Value.Text` and `Value.Text<X>` are
  /// `Text`.
  static String simpleName(Tree written) {
    String raw = written.toString().replaceFirst("<.*", "");
    return raw.substring(raw.lastIndexOf('.') + 1);
  }

  private static final class Reader extends TreeScanner<@Nullable Void, @Nullable Void> {
    private final Set<String> constants = new HashSet<>();
    private final Set<String> sealed = new HashSet<>();
    private final Map<String, Set<String>> parents = new HashMap<>();

    @Override
    public @Nullable Void visitClass(ClassTree type, @Nullable Void nothing) {
      String name = type.getSimpleName().toString();
      if (type.getModifiers().getFlags().contains(Modifier.SEALED)) {
        sealed.add(name);
      }
      if (type.getKind() == Tree.Kind.ENUM) {
        type.getMembers().stream()
            .flatMap(member -> constant(name, member))
            .forEach(constants::add);
      }
      var up = parents.computeIfAbsent(name, _ -> new HashSet<>());
      Stream.concat(Stream.ofNullable(type.getExtendsClause()), type.getImplementsClause().stream())
          .map(ClosedTypes::simpleName)
          .forEach(up::add);
      return super.visitClass(type, null);
    }

    private static Stream<String> constant(String type, Tree member) {
      return member instanceof VariableTree field
              && field.getInitializer() instanceof NewClassTree
              && field.getType().toString().equals(type)
          ? Stream.of(field.getName().toString())
          : Stream.of();
    }
  }
}
