package com.salescopilot.server;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.salescopilot.checks.CommonRules;
import com.salescopilot.checks.Features;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;

@AnalyzeClasses(packages = "com.salescopilot.server", importOptions = DoNotIncludeTests.class)
final class ArchitectureTest {

  private static final String PLAIN_JDBC = "com.salescopilot.server.db.PlainJdbc";

  private static final Features FEATURES =
      new Features(
          "com.salescopilot.server",
          Set.of(
              "http", "db", "stream", "rest", "events", "relay", "keys", "egress", "log", "audit",
              "codes", "oidc", "post", "gate"));

  private static final Set<String> CONNECTING =
      Set.of("java.net.Socket", "java.net.DatagramSocket", "okhttp3.OkHttpClient");

  private static final Set<String> MAKERS =
      Set.of(
          "java.net.http.HttpClient.newHttpClient",
          "java.net.http.HttpClient.newBuilder",
          "java.net.URL.openConnection",
          "java.net.URL.openStream",
          "java.nio.channels.SocketChannel.open",
          "javax.net.SocketFactory.getDefault",
          "javax.net.ssl.SSLSocketFactory.getDefault");

  @ArchTest static final ArchTests common = ArchTests.in(CommonRules.class);

  @ArchTest
  static final ArchRule features_stand_alone =
      FEATURES
          .standAlone()
          .because(
              "features meet in the event log or in a commit hook, so that one can change alone");

  @ArchTest
  static final ArchRule the_platform_knows_no_feature =
      noClasses()
          .that()
          .resideInAnyPackage(FEATURES.platformPackages())
          .should()
          .dependOnClassesThat(describe("belong to a feature", FEATURES::contains))
          .allowEmptyShould(true)
          .because(
              "everything stands on the platform; what it needs of a feature is handed to it by"
                  + " Main");

  @ArchTest
  static final ArchRule only_db_sees_the_database_libraries =
      noClasses()
          .that()
          .resideOutsideOfPackage("..server.db..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "com.zaxxer..", "io.helidon.dbclient..", "org.flywaydb..", "org.postgresql..")
          .allowEmptyShould(true)
          .because("the facade sets the workspace of every transaction; beside it nothing does");

  @ArchTest
  static final ArchRule plain_jdbc_is_marked =
      noClasses()
          .that()
          .resideOutsideOfPackage("..server.db..")
          .and(describe("are not marked @PlainJdbc", type -> !isMarked(type)))
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.sql..", "javax.sql..")
          .allowEmptyShould(true)
          .because("COPY, LISTEN and cursors need JDBC; each such class says so, and why");

  @ArchTest
  static final ArchRule few_see_mail =
      noClasses()
          .that()
          .resideOutsideOfPackages("..server.sending..", "..server.inbound..", "..server.demo..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("jakarta.mail..", "org.eclipse.angus..")
          .allowEmptyShould(true)
          .because("a mail leaves through one door, where its facts are written first");

  @ArchTest
  static final ArchRule one_way_out =
      noClasses()
          .that()
          .resideOutsideOfPackages("..server.egress..", "..server.db..")
          .should()
          .callConstructorWhere(
              describe(
                  "it makes a socket or a client that opens one",
                  call -> CONNECTING.contains(call.getTargetOwner().getName())))
          .orShould()
          .callMethodWhere(
              describe(
                  "it makes one too",
                  call -> MAKERS.contains(call.getTargetOwner().getName() + "." + call.getName())))
          .orShould()
          .dependOnClassesThat()
          .resideInAnyPackage("okhttp3..")
          .because(
              "what a person names is checked where a socket connects; the database is the"
                  + " operator's own");

  @ArchTest
  static final ArchRule only_the_demo_sees_the_test_mailbox =
      noClasses()
          .that()
          .resideOutsideOfPackage("..server.demo..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("com.icegreen..")
          .allowEmptyShould(true)
          .because("serve must never find itself talking to a mailbox that is not real");

  @ArchTest
  static final ArchRule use_cases_know_no_web_server =
      noClasses()
          .that()
          .resideOutsideOfPackage("..server.http..")
          .and(
              describe(
                  "are no routes", type -> !outermost(type).getSimpleName().endsWith("Routes")))
          .should()
          .dependOnClassesThat()
          .resideInAPackage("io.helidon.webserver..")
          .allowEmptyShould(true)
          .because("a use case is callable without a server");

  @ArchTest
  static final ArchRule the_server_knows_no_desktop =
      noClasses()
          .should()
          .dependOnClassesThat(
              DescribedPredicate.or(
                  JavaClass.Predicates.resideInAPackage("com.salescopilot.desktop.."),
                  JavaClass.Predicates.resideInAPackage("javafx..")))
          .allowEmptyShould(true)
          .because("the programs meet in the shared model and on the wire");

  private static JavaClass outermost(JavaClass type) {
    return type.getEnclosingClass().map(ArchitectureTest::outermost).orElse(type);
  }

  private static boolean isMarked(JavaClass type) {
    return type.isAnnotatedWith(PLAIN_JDBC)
        || type.getEnclosingClass().map(ArchitectureTest::isMarked).orElse(false);
  }
}
