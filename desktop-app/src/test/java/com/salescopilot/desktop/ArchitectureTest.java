package com.salescopilot.desktop;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.salescopilot.checks.CommonRules;
import com.salescopilot.checks.Features;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;

@AnalyzeClasses(packages = "com.salescopilot.desktop", importOptions = DoNotIncludeTests.class)
final class ArchitectureTest {

  private static final Features FEATURES =
      new Features(
          "com.salescopilot.desktop",
          Set.of(
              "boot",
              "desk",
              "shell",
              "command",
              "editor",
              "store",
              "sync",
              "remote",
              "ui",
              "platform",
              "diagnostics"));

  @ArchTest static final ArchTests common = ArchTests.in(CommonRules.class);

  @ArchTest
  static final ArchRule features_stand_alone =
      FEATURES.standAlone().because("features meet in the store, so that one can change alone");

  @ArchTest
  static final ArchRule the_engine_knows_no_feature =
      noClasses()
          .that()
          .resideInAnyPackage(
              "..desktop.store..", "..desktop.sync..", "..desktop.remote..", "..desktop.ui..")
          .should()
          .dependOnClassesThat(describe("belong to a feature", FEATURES::contains))
          .allowEmptyShould(true)
          .because("every screen stands on them");

  @ArchTest
  static final ArchRule the_engine_knows_no_window =
      noClasses()
          .that()
          .resideInAnyPackage(
              "..desktop.store..",
              "..desktop.sync..",
              "..desktop.remote..",
              "..desktop.desk..",
              "..desktop.headless..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("javafx..", "com.sun.javafx..")
          .allowEmptyShould(true)
          .because("the same engine runs without a window, and never loads JavaFX there");

  @ArchTest
  static final ArchRule only_the_store_sees_the_database =
      noClasses()
          .that()
          .resideOutsideOfPackage("..desktop.store..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.sql..", "javax.sql..", "org.sqlite..")
          .allowEmptyShould(true)
          .because("an edit is durable only if one place decides when it is written");

  @ArchTest
  static final ArchRule only_remote_sees_the_network =
      noClasses()
          .that()
          .resideOutsideOfPackage("..desktop.remote..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("okhttp3..", "okio..", "java.net.http..")
          .allowEmptyShould(true)
          .because("being offline is a state of one object, not an exception everywhere");

  @ArchTest
  static final ArchRule the_desktop_knows_no_server =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAPackage("com.salescopilot.server..")
          .allowEmptyShould(true)
          .because("the programs meet in the shared model and on the wire");
}
