/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.contract;

import dev.plinth.aws.client.AwsClients;
import dev.plinth.aws.testing.Surroundings;
import dev.plinth.engine.value.PropertyMap;
import dev.plinth.engine.value.PropertyValue;
import java.util.Map;

/** Log groups. */
final class LogGroupCase {
  private LogGroupCase() {}

  static ContractCase standard(Setting setting) {
    Surroundings there = setting.surroundings();
    return new ContractCase(
        "aws:cloudwatch/logGroup:LogGroup",
        PropertyMap.builder().put("name", "/aws/lambda/orders").build(),
        Map.of(
            "retentionInDays", PropertyValue.of(30),
            "kmsKeyId", PropertyValue.of(there.arn("kms", "key/1")),
            "skipDestroy", PropertyValue.of(true),
            "tags", PropertyValue.of(PropertyMap.builder().put("team", "shop").build())),
        Map.of(
            "name", PropertyMap.builder().put("name", "/aws/lambda/other").build(),
            "logGroupClass",
                PropertyMap.builder().put("logGroupClass", "INFREQUENT_ACCESS").build()),
        (aws, name) ->
            aws.logs().putRetentionPolicy(put -> put.logGroupName(name).retentionInDays(7)),
        "retentionInDays",
        LogGroupCase::exists);
  }

  private static boolean exists(AwsClients aws, String name) {
    return aws
        .logs()
        .describeLogGroups(describe -> describe.logGroupNamePrefix(name))
        .logGroups()
        .stream()
        .anyMatch(group -> group.logGroupName().equals(name));
  }
}
