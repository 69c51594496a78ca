package com.salescopilot.checks;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchConditions.be;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.Lock;
import java.util.random.RandomGenerator;

/// The rules for the class files of every module.
public final class CommonRules {

  private CommonRules() {}

  /// The packages that are a command line: they talk to a person or a script on standard output.
  private static final DescribedPredicate<JavaClass> COMMAND_LINE =
      resideInAnyPackage(
          "com.salescopilot.server", "com.salescopilot.desktop", "..headless..", "..demo..");

  @ArchTest
  static final ArchRule packages_form_no_cycle =
      slices()
          .matching("com.salescopilot.*.(*)..")
          .should()
          .beFreeOfCycles()
          .allowEmptyShould(true)
          .because("a package one cannot take out cannot be understood alone");

  @ArchTest
  static final ArchRule no_static_changes =
      fields()
          .that()
          .areStatic()
          .should()
          .beFinal()
          .allowEmptyShould(true)
          .because("state belongs to an object that somebody made and can make again in a test");

  @ArchTest
  static final ArchRule no_static_holds_state =
      noFields()
          .that()
          .areStatic()
          .should(be(describe("of a mutable type", field -> isMutable(field.getRawType()))))
          .allowEmptyShould(true)
          .because("a final reference to something that changes is still global state");

  @ArchTest
  static final ArchRule only_command_lines_print =
      noClasses()
          .that(DescribedPredicate.not(COMMAND_LINE))
          .should()
          .accessField(System.class, "out")
          .orShould()
          .accessField(System.class, "err")
          .orShould()
          .callMethodWhere(
              describe("it prints a stack trace", call -> call.getName().equals("printStackTrace")))
          .allowEmptyShould(true)
          .because("standard output is a protocol; everything else goes to System.Logger");

  @ArchTest
  static final ArchRule time_comes_from_a_clock =
      noClasses()
          .should()
          .callMethodWhere(describe("it asks the machine's clock", CommonRules::readsTheWallClock))
          .allowEmptyShould(true)
          .because("a test must be able to say what time it is");

  @ArchTest
  static final ArchRule one_logger =
      noClasses()
          .should()
          .dependOnClassesThat(resideInAPackage("org.slf4j.."))
          .allowEmptyShould(true)
          .because("our code logs through System.Logger");

  @ArchTest
  static final ArchRule names_say_what_a_class_does =
      noClasses()
          .should()
          .haveNameMatching(".*[a-z](?:Manager|Helper|Utils?|Impl|Service)")
          .allowEmptyShould(true)
          .because("such a name fits every class, so it says nothing of this one");

  private static boolean isMutable(JavaClass type) {
    var interfaces =
        Set.of("java.util.List", "java.util.Set", "java.util.Map", "java.util.Collection");
    return type.getPackageName().equals("java.util.concurrent.atomic")
        || List.of(
                ThreadLocal.class,
                Executor.class,
                Lock.class,
                RandomGenerator.class,
                StringBuilder.class)
            .stream()
            .anyMatch(type::isAssignableTo)
        || ((type.isAssignableTo(Collection.class) || type.isAssignableTo(Map.class))
            && !interfaces.contains(type.getName()));
  }

  private static boolean readsTheWallClock(JavaAccess<?> call) {
    String owner = call.getTargetOwner().getName();
    boolean now = owner.startsWith("java.time.") && call.getName().equals("now");
    // now(Clock) is what we want
    boolean given = call.getTarget().getFullName().contains("(java.time.Clock)");
    return (now && !given)
        || (owner.equals("java.lang.System") && call.getName().equals("currentTimeMillis"));
  }
}
