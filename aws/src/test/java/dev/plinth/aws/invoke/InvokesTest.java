/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.invoke;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plinth.aws.testing.Backend;
import dev.plinth.aws.testing.Backends;
import dev.plinth.aws.testing.Driver;
import dev.plinth.engine.provider.InvokeRequest;
import dev.plinth.engine.provider.ProviderException;
import dev.plinth.engine.value.PropertyMap;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The package's functions. */
final class InvokesTest {
  @TempDir Path folder;

  @Test
  void describesTheProvidersRegionWithoutACall() {
    Backend aws = Backends.localAccount(folder);

    assertThat(invoke(aws, "aws:index/getRegion:getRegion", PropertyMap.empty()))
        .isEqualTo(
            texts(
                Map.of(
                    "id", "eu-central-1",
                    "name", "eu-central-1",
                    "endpoint", "ec2.eu-central-1.amazonaws.com",
                    "description", "Europe (Frankfurt)")));
    assertThat(aws.calls().names()).isEmpty();
  }

  @Test
  void describesTheRegionOfAnEndpoint() {
    PropertyMap args = texts(Map.of("endpoint", "ec2.cn-north-1.amazonaws.com.cn"));

    assertThat(
            invoke(Backends.localAccount(folder), "aws:index/getRegion:getRegion", args)
                .text("name"))
        .contains("cn-north-1");
  }

  @Test
  void describesThePartition() {
    assertThat(
            invoke(
                Backends.localAccount(folder),
                "aws:index/getPartition:getPartition",
                PropertyMap.empty()))
        .isEqualTo(
            texts(
                Map.of(
                    "id", "aws",
                    "partition", "aws",
                    "dnsSuffix", "amazonaws.com",
                    "reverseDnsPrefix", "com.amazonaws")));
  }

  @ParameterizedTest
  @EnumSource
  void asksWhoIsCalling(Backends.Kind kind) {
    Backend aws = kind.open(folder);
    String account = aws.surroundings().account();

    PropertyMap caller =
        invoke(aws, "aws:index/getCallerIdentity:getCallerIdentity", PropertyMap.empty());

    assertThat(caller.text("accountId")).contains(account);
    assertThat(caller.text("id")).contains(account);
    assertThat(caller.text("arn").orElseThrow()).contains("::" + account + ":");
  }

  @Test
  void refusesWhatItDoesNotHave() {
    assertThatThrownBy(
            () ->
                invoke(Backends.localAccount(folder), "aws:ec2/getVpc:getVpc", PropertyMap.empty()))
        .isInstanceOf(ProviderException.class)
        .hasMessageContaining("aws:ec2/getVpc:getVpc");
  }

  private PropertyMap invoke(Backend aws, String token, PropertyMap args) {
    try (Driver driver = new Driver(aws, folder)) {
      return driver.provider().invoke(new InvokeRequest(token, args));
    }
  }

  private static PropertyMap texts(Map<String, String> texts) {
    PropertyMap.Builder properties = PropertyMap.builder();
    texts.forEach(properties::put);
    return properties.build();
  }
}
