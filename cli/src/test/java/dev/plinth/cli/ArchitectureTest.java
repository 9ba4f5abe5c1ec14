/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What may know what, in all modules. */
class ArchitectureTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .withImportOption(location -> !location.contains("-tests.jar"))
          .importPackages("dev.plinth");

  private static final Path REPOSITORY = Path.of("").toAbsolutePath().getParent();

  @ParameterizedTest
  @ValueSource(strings = {"rules", "api", "engine", "aws", "local", "programs", "cli"})
  void packages_of_a_module_form_no_cycle(String module) {
    slices()
        .matching("dev.plinth." + module + ".(**)")
        .should()
        .beFreeOfCycles()
        .allowEmptyShould(true)
        .check(CLASSES);
  }

  @Test
  void only_main_exits_or_uses_the_streams_of_the_process() {
    noClasses()
        .that()
        .resideInAPackage("dev.plinth..")
        .and(isNot(Main.class.getName()))
        .and(isNot("dev.plinth.programs.awslambda.PulumiMain"))
        .should()
        .callMethod(System.class, "exit", int.class)
        .orShould()
        .callMethod(Runtime.class, "halt", int.class)
        .orShould()
        .accessField(System.class, "out")
        .orShould()
        .accessField(System.class, "err")
        .orShould()
        .accessField(System.class, "in")
        .check(CLASSES);
  }

  private static DescribedPredicate<JavaClass> isNot(String name) {
    return DescribedPredicate.describe(
        "not " + name,
        type -> !type.getName().equals(name) && !type.getName().startsWith(name + "$"));
  }

  @Test
  void only_one_package_uses_the_sdks_internal_classes() {
    noClasses()
        .that()
        .resideInAPackage("dev.plinth..")
        .and()
        .resideOutsideOfPackage("dev.plinth.engine.sdk..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("com.pulumi..internal..")
        .check(CLASSES);
  }

  @Test
  void programs_know_no_engine_and_the_engine_no_cloud() {
    noClasses()
        .that()
        .resideInAPackage("dev.plinth.programs..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("dev.plinth.engine..", "dev.plinth.aws..", "dev.plinth.cli..")
        .check(CLASSES);
    noClasses()
        .that()
        .resideInAPackage("dev.plinth.engine..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("software.amazon..", "dev.plinth.api..", "dev.plinth.aws..")
        .check(CLASSES);
  }

  @Test
  void validating_needs_neither_engine_nor_provider_nor_local_account() {
    noClasses()
        .that()
        .resideInAPackage("dev.plinth.cli.manifest..")
        .or()
        .haveSimpleName("ValidateCommand")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("dev.plinth.engine..", "dev.plinth.aws..", "dev.plinth.local..")
        .check(CLASSES);
  }

  @Test
  void every_package_says_what_lives_in_it() throws IOException {
    try (Stream<Path> files = Files.walk(REPOSITORY)) {
      List<Path> silent =
          files
              .filter(file -> file.toString().endsWith(".java"))
              .filter(file -> file.toString().contains("/src/main/java/"))
              .map(Path::getParent)
              .distinct()
              .filter(folder -> !Files.exists(folder.resolve("package-info.java")))
              .toList();

      assertThat(silent).isEmpty();
    }
  }
}
