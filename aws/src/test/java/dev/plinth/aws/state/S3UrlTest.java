/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plinth.engine.state.StateException;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class S3UrlTest {
  @Test
  void says_bucket_prefix_and_options() {
    S3Url url =
        S3Url.parse(
            "s3://acme-state/team/a/?region=eu-central-1&endpoint=http://localhost:9000"
                + "&s3ForcePathStyle=true&profile=ci");

    assertThat(url.bucket()).isEqualTo("acme-state");
    assertThat(url.prefix()).isEqualTo("team/a/");
    assertThat(url.region()).contains("eu-central-1");
    assertThat(url.endpoint()).contains(URI.create("http://localhost:9000"));
    assertThat(url.pathStyle()).contains(true);
    assertThat(url.profile()).contains("ci");
  }

  @Test
  void a_bucket_is_enough() {
    S3Url url = S3Url.parse("s3://acme-state");

    assertThat(url.prefix()).isEmpty();
    assertThat(url.region()).isEmpty();
    assertThat(url.endpoint()).isEmpty();
    assertThat(url.pathStyle()).isEmpty();
  }

  @Test
  void an_endpoint_may_be_given_as_pulumi_takes_it() {
    String url = "s3://acme-state?awssdk=v2&endpoint=minio.local:9000";

    assertThat(S3Url.parse(url).endpoint()).contains(URI.create("https://minio.local:9000"));
    assertThat(S3Url.parse(url + "&disableSSL=true").endpoint())
        .contains(URI.create("http://minio.local:9000"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "s3://                               | \"\" is no name of a bucket",
        "s3://Acme                           | \"Acme\" is no name of a bucket",
        "s3:///prefix                        | \"\" is no name of a bucket",
        "s3://acme-state/a//b                | the prefix \"a//b\" has an empty part",
        "s3://acme-state/../b                | the prefix \"../b\" has an empty part",
        "s3://acme-state?regoin=eu-west-1    | \"regoin\" is not known; there are region, endpoint",
        "s3://acme-state?region=             | region has no value",
        "s3://acme-state?region=a&region=b   | region is given twice",
        "s3://acme-state?region=EU West      | \"EU West\" is no region",
        "s3://acme-state?endpoint=http://    | the endpoint \"http://\" is no URL",
        "s3://acme-state?endpoint=ftp://a    | the endpoint \"ftp://a\" is no URL",
        "s3://acme-state?s3ForcePathStyle=1  | s3ForcePathStyle is \"1\", and true or false was",
      })
  void what_is_wrong_is_said_with_what_is_expected(String url, String reason) {
    assertThatThrownBy(() -> S3Url.parse(url))
        .isInstanceOfSatisfying(
            StateException.class,
            e -> {
              assertThat(e)
                  .hasMessageStartingWith("the place of the state, " + url + ", cannot be used: ")
                  .hasMessageContaining(reason);
              assertThat(e.remedy()).startsWith("give it as s3://BUCKET/PREFIX?region=REGION");
            });
  }
}
