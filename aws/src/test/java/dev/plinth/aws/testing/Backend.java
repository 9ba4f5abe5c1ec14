/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.testing;

import dev.plinth.aws.client.AwsClients;
import dev.plinth.aws.client.AwsService;
import software.amazon.awssdk.awscore.AwsClient;

/**
 * An AWS to test against, with the calls that reach it.
 *
 * @param name for the test report
 * @param behind the same AWS past the record of calls, to look and to meddle
 * @param surroundings what it has before the test begins
 */
public record Backend(
    String name, AwsClients behind, Calls calls, FakeTime time, Surroundings surroundings)
    implements AwsClients {

  @Override
  public String region() {
    return behind.region();
  }

  @Override
  public <C extends AwsClient> C of(AwsService<C> service) {
    return calls.around(service.type(), behind.of(service));
  }

  @Override
  public void close() {
    behind.close();
  }

  @Override
  public String toString() {
    return name;
  }
}
