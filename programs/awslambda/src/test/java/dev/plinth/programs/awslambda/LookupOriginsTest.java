/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.programs.awslambda;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LookupOriginsTest {
  private static final String GET_OBJECT = "aws:s3/getObject:getObject";
  private static final String GET_IMAGE = "aws:ecr/getImage:getImage";

  private static final LookupOrigins PACKAGE = new LookupOrigins("artifacts", "orders.jar", "");

  @Test
  void an_object_is_looked_up_for_its_key() {
    assertThat(of(PACKAGE, GET_OBJECT, Map.of("bucket", "artifacts", "key", "orders.jar")))
        .contains("s3.key");
  }

  @Test
  void another_manifests_object_is_not_of_this_one() {
    assertThat(of(PACKAGE, GET_OBJECT, Map.of("bucket", "artifacts", "key", "other.jar")))
        .isEmpty();
    assertThat(of(PACKAGE, GET_IMAGE, Map.of("repositoryName", "orders", "imageTag", "1")))
        .isEmpty();
  }

  @Test
  void an_image_is_looked_up_for_its_uri_and_latest_where_that_has_no_tag() {
    assertThat(
            of(image("r/orders:1"), GET_IMAGE, Map.of("repositoryName", "orders", "imageTag", "1")))
        .contains("image_uri");
    assertThat(
            of(
                image("r/orders"),
                GET_IMAGE,
                Map.of("repositoryName", "orders", "imageTag", "latest")))
        .contains("image_uri");
    assertThat(
            of(
                image("r/old-orders:1"),
                GET_IMAGE,
                Map.of("repositoryName", "orders", "imageTag", "1")))
        .isEmpty();
  }

  private static LookupOrigins image(String uri) {
    return new LookupOrigins("", "", uri);
  }

  private static Optional<String> of(
      LookupOrigins code, String token, Map<String, String> arguments) {
    return code.find(token, name -> Optional.ofNullable(arguments.get(name)));
  }
}
