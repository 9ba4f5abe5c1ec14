/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.programs.awslambda;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.api.manifest.LoadResult;
import dev.plinth.api.manifest.ManifestKinds;
import dev.plinth.api.manifest.ManifestLoader;
import dev.plinth.api.validation.ManifestValidator;
import dev.plinth.proto.awslambda.AwsLambdaStackInput;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SamplesTest {
  private static final ManifestValidator VALIDATOR =
      new ManifestValidator(LocalDate.of(2026, 11, 23));
  private static final String MANIFEST = "hack/manifest.yaml";
  private static final String STACK_INPUT = "hack/stack-input.yaml";

  @Test
  void the_sample_manifest_passes_validation_without_a_warning() {
    LoadResult loaded = new ManifestLoader().load(List.of(MANIFEST), InputStream.nullInputStream());

    assertThat(VALIDATOR.validate(loaded)).isEmpty();
  }

  @Test
  void the_sample_stack_input_deploys_the_sample_manifest() {
    List<String> warnings = new ArrayList<>();
    AwsLambdaStackInput input =
        new StackInputReader<>(
                Optional.empty(),
                Map.of("STACK_INPUT_YAML_FILE", STACK_INPUT),
                VALIDATOR,
                AwsLambdaStackInput.getDefaultInstance(),
                AwsLambdaModule::problemsOf)
            .read(warnings::add);

    assertThat(warnings).isEmpty();
    assertThat(input.getTarget())
        .isEqualTo(
            new ManifestLoader()
                .load(List.of(MANIFEST), InputStream.nullInputStream())
                .of(ManifestKinds.AWS_LAMBDA)
                .get(0)
                .message());
    assertThat(MockedStack.deploy(AwsLambdaModule.of(input)).exports())
        .containsEntry("function_name", "orders-dev");
  }

  @Test
  void the_project_file_names_the_jar_that_the_build_makes() throws Exception {
    assertThat(Files.readString(Path.of("Pulumi.yaml"))).contains("binary: target/awslambda.jar");
    assertThat(Files.readString(Path.of("pom.xml"))).contains("<finalName>awslambda</finalName>");
  }
}
