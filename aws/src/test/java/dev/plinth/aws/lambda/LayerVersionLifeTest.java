/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.lambda;

import static dev.plinth.aws.testing.AwsErrors.timeout;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plinth.aws.testing.Backend;
import dev.plinth.aws.testing.Backends;
import dev.plinth.aws.testing.Calls.Fault;
import dev.plinth.aws.testing.Deployed;
import dev.plinth.aws.testing.Driver;
import dev.plinth.engine.value.PropertyMap;
import dev.plinth.engine.value.PropertyValue;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How layer versions are published. */
final class LayerVersionLifeTest {
  private static final String TYPE = "aws:lambda/layerVersion:LayerVersion";
  private static final PropertyMap INPUTS =
      PropertyMap.builder()
          .put("layerName", "shared")
          .put("s3Bucket", "artifacts")
          .put("s3Key", "shared.zip")
          .build();

  @TempDir Path folder;
  private Backend aws;
  private Driver driver;

  @BeforeEach
  void open() {
    aws = Backends.localAccount(folder);
    driver = new Driver(aws, folder);
  }

  @AfterEach
  void close() {
    driver.close();
  }

  @Test
  void every_version_has_a_number_of_its_own() {
    Deployed first = driver.create(TYPE, INPUTS);
    driver.delete(first);

    assertThat(driver.create(TYPE, INPUTS).outputs().text("version")).contains("2");
  }

  @Test
  void a_version_that_an_attempt_with_a_lost_answer_made_is_taken() {
    driver.create(TYPE, INPUTS);
    aws.calls().spoil("publishLayerVersion", new Fault.AnswerLost(timeout()));

    assertThat(driver.create(TYPE, INPUTS).outputs().text("version")).contains("2");
    assertThat(aws.lambda().listLayerVersions(list -> list.layerName("shared")).layerVersions())
        .hasSize(2);
  }

  @Test
  void the_layers_own_arn_may_stand_for_its_name() {
    PropertyMap byArn =
        INPUTS.with(
            "layerName", PropertyValue.of(aws.surroundings().arn("lambda", "layer:shared")));

    Deployed created = driver.create(TYPE, byArn);

    assertThat(driver.diff(driver.refresh(created).orElseThrow(), byArn).hasChanges()).isFalse();
  }

  @Test
  void a_version_that_is_not_to_be_destroyed_is_left() {
    Deployed created = driver.create(TYPE, INPUTS.with("skipDestroy", PropertyValue.of(true)));

    driver.delete(created);

    assertThat(driver.refresh(created)).isPresent();
  }

  @Test
  void an_id_that_is_no_arn_is_refused() {
    assertThatThrownBy(() -> driver.read(TYPE, "shared"))
        .hasMessageContaining("is not the ARN of a layer version");
  }
}
