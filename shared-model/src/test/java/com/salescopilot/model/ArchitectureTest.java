package com.salescopilot.model;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.salescopilot.checks.CommonRules;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import java.util.regex.Pattern;

@AnalyzeClasses(packages = "com.salescopilot.model", importOptions = DoNotIncludeTests.class)
final class ArchitectureTest {

  @ArchTest static final ArchTests common = ArchTests.in(CommonRules.class);

  @ArchTest
  static final ArchRule the_model_does_no_input_or_output =
      noClasses()
          .should()
          .dependOnClassesThat(
              resideInAnyPackage(
                      "java.net.http..",
                      "java.nio.file..",
                      "java.nio.channels..",
                      "java.sql..",
                      "javax.sql..",
                      "java.awt..")
                  .or(nameMatching("java\\.io\\.(?:File|RandomAccess).*"))
                  .or(nameMatching("java\\.net\\.(?:\\w*Socket|\\w*Connection|InetAddress|URL)")))
          .allowEmptyShould(true)
          .because(
              "the model must give both programs the same answer, whatever machine it runs on");

  /// What differs between two calls or two machines.
  private static final Pattern HIDDEN_INPUT =
      Pattern.compile(
          "java\\.time\\.Clock\\.(?:system|tick)\\w*\\(.*"
              + "|java\\.time\\.ZoneId\\.systemDefault\\(.*"
              + "|java\\.util\\.TimeZone\\.getDefault\\(.*"
              + "|java\\.util\\.Locale\\.getDefault\\(.*"
              + "|java\\.util\\.UUID\\.randomUUID\\(.*"
              + "|java\\.util\\.Random\\.<init>\\(\\)"
              + "|java\\.security\\.SecureRandom\\..*"
              + "|java\\.util\\.concurrent\\.ThreadLocalRandom\\..*"
              + "|java\\.util\\.random\\.RandomGenerator\\.(?:of|getDefault)\\(.*"
              + "|java\\.lang\\.Math\\.random\\(.*"
              + "|java\\.lang\\.System\\.(?:nanoTime|getenv|getProperty)\\(.*");

  @ArchTest
  static final ArchRule the_model_has_no_hidden_input =
      noClasses()
          .should()
          .accessTargetWhere(
              describe("it reads a clock, chance or the environment", ArchitectureTest::isHidden))
          .allowEmptyShould(true)
          .because(
              "a rule is a function of what it is given, so that it can be tested and shown on both"
                  + " sides");

  @ArchTest
  static final ArchRule the_model_starts_no_thread =
      noClasses()
          .should()
          .dependOnClassesThat(
              nameMatching("java\\.lang\\.Thread|java\\.util\\.concurrent\\.Execut.*"))
          .allowEmptyShould(true)
          .because("its caller decides where it runs");

  @ArchTest
  static final ArchRule the_model_knows_no_program =
      noClasses()
          .should()
          .dependOnClassesThat(
              resideInAnyPackage("com.salescopilot.server..", "com.salescopilot.desktop.."))
          .allowEmptyShould(true)
          .because("both programs stand on it");

  private static boolean isHidden(JavaAccess<?> access) {
    return HIDDEN_INPUT.matcher(access.getTarget().getFullName()).matches();
  }
}
