/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.plinth.aws.client.RegionFacts;
import dev.plinth.aws.testing.Backend;
import dev.plinth.aws.testing.Backends;
import dev.plinth.aws.testing.Deployed;
import dev.plinth.aws.testing.Driver;
import dev.plinth.engine.provider.ReadResult;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every type in China and in GovCloud: no ARN and no address of another partition. */
final class PartitionsTest {
  private static final Pattern ARN = Pattern.compile("arn:(aws[a-z-]*):");
  private static final Pattern HOST =
      Pattern.compile("https?://[^/\"]*?\\.(amazonaws\\.com(?:\\.cn)?)");

  @TempDir Path folder;

  static Stream<Arguments> cases() {
    return Stream.of("cn-north-1", "us-gov-west-1")
        .flatMap(region -> Stream.of(ContractCases.values()).map(each -> arguments(region, each)));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void a_resource_is_of_the_partition_that_it_is_made_in(String region, ContractCases which) {
    try (Backend backend = Backends.localAccountIn(folder, region);
        Driver driver = new Driver(backend, folder)) {
      ContractCase contract = which.in(Setting.of(backend, driver));
      Deployed created = driver.create(contract.type(), contract.inputs());
      ReadResult read = driver.read(contract.type(), contract.importId().apply(created.id()));

      String all = created.id() + created.outputs() + read;
      RegionFacts facts = RegionFacts.of(region);
      assertThat(found(ARN, all)).isSubsetOf(facts.partition());
      assertThat(found(HOST, all)).isSubsetOf(facts.dnsSuffix());
    }
  }

  private static List<String> found(Pattern pattern, String text) {
    return pattern.matcher(text).results().map((MatchResult match) -> match.group(1)).toList();
  }
}
