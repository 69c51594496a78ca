package com.salescopilot.checks;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.Set;

/// Splits the packages right below a program's root into its platform and its features: whatever is
/// not named as platform is a feature.
public record Features(String root, Set<String> platform) implements SliceAssignment {

  public Features {
    platform = Set.copyOf(platform);
  }

  /// No feature sees another.
  public ArchRule standAlone() {
    return slices().assignedFrom(this).should().notDependOnEachOther().allowEmptyShould(true);
  }

  /// The packages of the platform, as ArchUnit wants them.
  public String[] platformPackages() {
    return platform.stream().map(name -> root + "." + name + "..").toArray(String[]::new);
  }

  /// Whether a class belongs to a feature; the root package, which wires them, does not.
  public boolean contains(JavaClass type) {
    return !getIdentifierOf(type).equals(SliceIdentifier.ignore());
  }

  @Override
  public SliceIdentifier getIdentifierOf(JavaClass type) {
    if (!type.getPackageName().startsWith(root + ".")) {
      return SliceIdentifier.ignore();
    }
    String name = type.getPackageName().substring(root.length() + 1).replaceFirst("\\..*", "");
    return platform.contains(name) ? SliceIdentifier.ignore() : SliceIdentifier.of(name);
  }

  @Override
  public String getDescription() {
    return "the features of " + root;
  }
}
