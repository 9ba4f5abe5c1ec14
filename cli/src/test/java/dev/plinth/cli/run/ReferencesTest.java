/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.cli.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import dev.plinth.api.diagnostic.ManifestException;
import dev.plinth.api.manifest.LoadResult;
import dev.plinth.api.manifest.ManifestLoader;
import dev.plinth.api.reference.OutputsSource;
import dev.plinth.api.reference.ResourceKey;
import dev.plinth.api.validation.ManifestValidator;
import dev.plinth.cli.stack.PlannedStack;
import dev.plinth.cli.stack.StackPlan;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReferencesTest {
  private static final String WRITES_TO_ANOTHER_BUCKET =
      """
      apiVersion: aws.project-planton.org/v1
      kind: AwsComputeStack
      metadata: {name: shop, env: dev}
      spec:
        project_name: shop
        storage: {upload_bucket: {value_from: {name: uploads}}}
        functions:
          file_processor:
            access:
              write: [{bucket: {value_from: {name: results}}, prefix: incoming/}]
      """;

  @Test
  void resources_that_turn_out_to_be_one_are_judged_as_one() {
    assertThatThrownBy(() -> references().resolve(stack(), key -> false))
        .isInstanceOf(ManifestException.class)
        .hasMessageContaining("stack.event-loop");
  }

  @Test
  void values_that_are_not_known_yet_say_nothing_of_each_other() {
    assertThat(references().resolve(stack(), key -> key.name().equals("results"))).hasSize(1);
  }

  private static References references() {
    return new References(
        new ManifestValidator(LocalDate.of(2026, 11, 23)), List.of(new SameForAll()));
  }

  private static PlannedStack stack() {
    LoadResult loaded = new ManifestLoader().loadText("f.yaml", WRITES_TO_ANOTHER_BUCKET);
    assertThat(loaded.diagnostics()).isEmpty();
    return StackPlan.of(loaded, Optional.empty()).get(0);
  }

  /** Knows every resource, and of each the same. */
  private static final class SameForAll implements OutputsSource {
    @Override
    public Optional<Struct> find(ResourceKey key) {
      Value bucket = Value.newBuilder().setStringValue("acme-bucket").build();
      return Optional.of(Struct.newBuilder().putFields("bucket_id", bucket).build());
    }

    @Override
    public List<ResourceKey> candidates() {
      return List.of();
    }

    @Override
    public String describe() {
      return "here";
    }
  }
}
