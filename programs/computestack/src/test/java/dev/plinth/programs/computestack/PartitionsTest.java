/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.programs.computestack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.api.computestack.access.Identity;
import dev.plinth.api.manifest.ManifestKinds;
import dev.plinth.api.manifest.ManifestLoader;
import dev.plinth.proto.computestack.AwsComputeStack;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The stack with every option, in China and in GovCloud: all ARNs are of that partition. */
class PartitionsTest {
  private static final Pattern ARN = Pattern.compile("arn:(aws[a-z-]*):");
  private static final Pattern HOST =
      Pattern.compile("https?://[^/\"]*?\\.(amazonaws\\.com(?:\\.cn)?)");

  @ParameterizedTest
  @CsvSource({
    "aws, eu-central-1, amazonaws.com, console.aws.amazon.com",
    "aws-cn, cn-north-1, amazonaws.com.cn, console.amazonaws.cn",
    "aws-us-gov, us-gov-west-1, amazonaws.com, console.amazonaws-us-gov.com"
  })
  void every_arn_and_address_is_of_the_partition(
      String partition, String region, String suffix, String console) throws IOException {
    Identity there = new Identity(partition, region, "123456789012", suffix);

    MockedStack stack =
        MockedStack.deploy(ComputeStackModule.of(MockedStack.input(example(there))), there);
    String all = stack.resources() + " " + stack.exports();

    assertThat(found(ARN, all)).hasSizeGreaterThan(20).containsOnly(partition);
    assertThat(found(HOST, all)).isNotEmpty().containsOnly(suffix);
    assertThat(stack.exports().get("dashboardUrl"))
        .isEqualTo(
            "https://%1$s.%2$s/cloudwatch/home?region=%1$s#dashboards/dashboard/shop-qa"
                .formatted(region, console));
  }

  private static AwsComputeStack example(Identity there) throws IOException {
    String text =
        EverythingTest.text()
            .replace("arn:aws:", "arn:" + there.partition() + ":")
            .replace("eu-west-1", there.region());
    return new ManifestLoader()
        .loadText("stack.yaml", text)
        .of(ManifestKinds.AWS_COMPUTE_STACK)
        .get(0)
        .message();
  }

  private static List<String> found(Pattern pattern, String text) {
    return pattern.matcher(text).results().map(match -> match.group(1)).toList();
  }
}
