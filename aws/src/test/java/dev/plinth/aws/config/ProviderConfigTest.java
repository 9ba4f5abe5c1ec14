/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plinth.engine.provider.CheckFailure;
import dev.plinth.engine.provider.DiffResult;
import dev.plinth.engine.provider.ProviderException;
import dev.plinth.engine.value.PropertyMap;
import dev.plinth.engine.value.PropertyValue;
import dev.plinth.engine.value.PropertyValue.Computed;
import dev.plinth.engine.value.PropertyValue.Secret;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The provider's own configuration. */
final class ProviderConfigTest {

  @Test
  void readsJsonTextAndPlainValuesAlike() {
    PropertyMap text =
        PropertyMap.builder()
            .put("maxRetries", "7")
            .put("insecure", "true")
            .put("allowedAccountIds", "[\"123456789012\"]")
            .put("defaultTags", "{\"tags\":{\"team\":\"shop\"}}")
            .put("endpoints", "[{\"lambda\":\"http://localhost:4566\"},{\"logs\":\"http://l:1\"}]")
            .build();
    PropertyMap plain =
        PropertyMap.builder()
            .put("maxRetries", 7)
            .put("insecure", true)
            .putTexts("allowedAccountIds", List.of("123456789012"))
            .put(
                "defaultTags",
                PropertyMap.of(
                    "tags", PropertyValue.of(PropertyMap.builder().put("team", "shop").build())))
            .put(
                "endpoints",
                PropertyValue.of(
                    List.of(
                        endpoint("lambda", "http://localhost:4566"),
                        endpoint("cloudwatchlogs", "http://l:1"))))
            .build();

    ProviderConfig config = ProviderConfig.of(text);

    assertThat(config).isEqualTo(ProviderConfig.of(plain));
    assertThat(config.maxRetries()).isEqualTo(7);
    assertThat(config.tags().defaults()).isEqualTo(Map.of("team", "shop"));
    assertThat(config.endpoints())
        .isEqualTo(
            Map.of(
                ServiceId.LAMBDA,
                URI.create("http://localhost:4566"),
                ServiceId.LOGS,
                URI.create("http://l:1")));
  }

  @Test
  void retriesAsOftenAsPulumisProviderUnlessToldOtherwise() {
    assertThat(ProviderConfig.of(PropertyMap.empty()).maxRetries()).isEqualTo(25);
  }

  @Test
  void leavesTheEnginesOwnKeysAlone() {
    PropertyMap config =
        PropertyMap.builder()
            .put("version", "6.83.0")
            .put("pluginDownloadURL", "x")
            .put("__internal", PropertyMap.empty())
            .build();

    assertThat(failures(config)).isEmpty();
  }

  @Test
  void answersTheValuesInTheFormInWhichTheyCame() {
    PropertyMap config = PropertyMap.builder().put("maxRetries", "7").build();

    assertThat(ConfigCheck.check(config).inputs()).isEqualTo(config);
  }

  @Test
  void reportsEverythingThatIsWrongAtOnce() {
    PropertyMap config =
        PropertyMap.builder()
            .put("secretKey", "s")
            .put("maxRetries", "often")
            .put("allowedAccountIds", "[\"12\"]")
            .put("forbiddenAccountIds", "[\"123456789012\"]")
            .put("s3UsEast1RegionalEndpoint", "legacy")
            .put("endpoints", "[{\"dynamodb\":\"http://x\"}]")
            .put("regoin", "eu-central-1")
            .put("retryMode", "legacy")
            .build();

    assertThat(failures(config))
        .containsExactlyInAnyOrder(
            "secretKey",
            "maxRetries",
            "allowedAccountIds[0]",
            "forbiddenAccountIds",
            "s3UsEast1RegionalEndpoint",
            "endpoints[0].dynamodb",
            "regoin",
            "retryMode");
  }

  @Test
  void allowsWhatIsNotKnownYet() {
    PropertyMap config =
        PropertyMap.builder()
            .put("region", Computed.INSTANCE)
            .put("maxRetries", Computed.INSTANCE)
            .put("defaultTags", "{\"tags\":{\"a\":\"04da6b54-80e4-46f7-96ec-b56ff0331ba9\"}}")
            .build();

    assertThat(failures(config)).isEmpty();
  }

  @Test
  void refusesToBeConfiguredWithWhatTheCheckRefuses() {
    PropertyMap config = PropertyMap.builder().put("retryMode", "legacy").build();

    assertThatThrownBy(() -> ProviderConfig.of(config))
        .isInstanceOf(ProviderException.class)
        .hasMessageContaining("retryMode");
  }

  @Test
  void neverShowsASecretKey() {
    PropertyMap config =
        PropertyMap.builder()
            .put("accessKey", "AKIA")
            .put("secretKey", new Secret(PropertyValue.of("hunter2")))
            .put("token", new Secret(PropertyValue.of("session3")))
            .build();

    ProviderConfig read = ProviderConfig.of(config);

    assertThat(read.credentials().keys().orElseThrow().secretKey()).isEqualTo("hunter2");
    assertThat(read.toString()).doesNotContain("hunter2").doesNotContain("session3");
  }

  @Test
  void readsARoleToAssume() {
    PropertyMap config =
        PropertyMap.builder()
            .put(
                "assumeRole",
                "{\"roleArn\":\"arn:aws:iam::123456789012:role/deploy\",\"externalId\":\"x\","
                    + "\"duration\":\"1h30m\",\"tags\":{\"a\":\"b\"}}")
            .build();

    AssumedRole role = ProviderConfig.of(config).credentials().assumedRole().orElseThrow();

    assertThat(role.externalId()).contains("x");
    assertThat(role.duration()).contains(Duration.ofMinutes(90));
    assertThat(role.tags()).isEqualTo(Map.of("a", "b"));
  }

  @Test
  void replacesEverythingInAnotherRegionOnly() {
    assertThat(diff("region", "eu-central-1", "eu-west-1").requiresReplacement()).isTrue();
    assertThat(diff("accessKey", "A", "B").requiresReplacement()).isFalse();
    assertThat(
            ConfigCheck.diff(
                    PropertyMap.empty(),
                    PropertyMap.builder().put("region", "eu-west-1").build(),
                    List.of())
                .requiresReplacement())
        .isFalse();
  }

  private static DiffResult diff(String name, String before, String after) {
    return ConfigCheck.diff(
        PropertyMap.builder().put(name, before).build(),
        PropertyMap.builder().put(name, after).build(),
        List.of());
  }

  private static PropertyValue endpoint(String service, String url) {
    return PropertyValue.of(PropertyMap.builder().put(service, url).build());
  }

  private static List<String> failures(PropertyMap config) {
    return ConfigCheck.check(config).failures().stream().map(CheckFailure::property).toList();
  }
}
