package com.salescopilot.desktop.editor;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Stream;

@AnalyzeClasses(
    packages = "com.salescopilot.desktop.editor",
    importOptions = DoNotIncludeTests.class)
final class ToolkitFreeTest {
  private static final DescribedPredicate<JavaClass> LETTERS =
      describe(
          "make up letters",
          type ->
              Stream.of(
                      Document.class,
                      Line.class,
                      Inline.class,
                      Shape.class,
                      TextStyle.class,
                      Link.class,
                      Tidy.class,
                      Reading.class,
                      HtmlCodec.class,
                      HtmlReader.class,
                      HtmlWriter.class,
                      TextCodec.class)
                  .anyMatch(part -> type.getName().matches(part.getName() + "(?:\\$.*)?")));

  @ArchTest
  static final ArchRule documents_and_codecs_know_no_toolkit =
      noClasses()
          .that(LETTERS)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("javafx..", "com.sun.javafx..", "org.fxmisc..", "org.reactfx..")
          .because("a letter is read and written where no window is");
}
