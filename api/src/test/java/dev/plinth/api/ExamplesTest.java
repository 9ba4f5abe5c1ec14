/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.api.diagnostic.Findings;
import dev.plinth.api.manifest.LoadResult;
import dev.plinth.api.manifest.ManifestKinds;
import dev.plinth.api.manifest.ManifestLoader;
import dev.plinth.api.reference.ReferenceResolver;
import dev.plinth.api.reference.Resolution;
import dev.plinth.api.reference.ResourceDocuments;
import dev.plinth.api.validation.ManifestValidator;
import dev.plinth.proto.computestack.AwsComputeStack;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExamplesTest {
  private static final String FOLDER = "../examples/compute-stack/";
  private static final ManifestValidator VALIDATOR =
      new ManifestValidator(LocalDate.of(2026, 11, 23));

  @ParameterizedTest
  @ValueSource(strings = {"minimal", "production", "everything"})
  void an_example_is_valid_without_a_warning(String name) {
    assertThat(VALIDATOR.validate(load(name))).isEmpty();
  }

  @Test
  void the_stacks_that_production_stands_on_are_described() {
    Findings findings = new Findings();
    ResourceDocuments documents = ResourceDocuments.load(FOLDER + "resources", findings);

    Resolution<AwsComputeStack> resolution =
        new ReferenceResolver(List.of(documents), VALIDATOR)
            .resolve(load("production").of(ManifestKinds.AWS_COMPUTE_STACK).get(0));

    assertThat(findings.sorted()).isEmpty();
    assertThat(resolution.diagnostics()).isEmpty();
    assertThat(resolution.references()).hasSize(10);
    assertThat(ReferenceResolver.references(resolution.manifest())).isEmpty();
  }

  private static LoadResult load(String name) {
    return new ManifestLoader()
        .load(List.of(FOLDER + name + ".yaml"), InputStream.nullInputStream());
  }
}
