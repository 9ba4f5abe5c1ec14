/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.lambda;

import dev.plinth.aws.call.AwsFailure;
import dev.plinth.aws.call.Operation;
import dev.plinth.aws.call.RetryRules;
import dev.plinth.aws.client.AwsClients;
import dev.plinth.aws.resource.Prior;
import java.util.Optional;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.DeleteFunctionRequest;

/** Deletes one function, after its security groups were swapped where the program asks for that. */
final class FunctionDelete {
  private final AwsClients clients;
  private final Operation operation;
  private final String name;
  private final Prior prior;

  FunctionDelete(AwsClients clients, Operation operation, String name, Prior prior) {
    this.clients = clients;
    this.operation = operation;
    this.name = name;
    this.prior = prior;
  }

  void run() {
    if (prior.saidTrue("skipDestroy")) {
      return;
    }
    Optional<VpcTeardown> vpc =
        prior
            .outputs()
            .object("vpcConfig")
            .filter(any -> prior.saidTrue("replaceSecurityGroupsOnDestroy"))
            .map(config -> new VpcTeardown(clients, operation, name, prior, config));
    try {
      vpc.ifPresent(VpcTeardown::swapSecurityGroups);
      DeleteFunctionRequest request = DeleteFunctionRequest.builder().functionName(name).build();
      operation.call(
          "DeleteFunction", RetryRules.FUNCTION_DELETE, () -> lambda().deleteFunction(request));
      new FunctionWaits(lambda()).untilGone(operation, name);
    } catch (AwsFailure failure) {
      if (!failure.isNotFound()) {
        throw failure;
      }
    }
    vpc.ifPresent(VpcTeardown::tellWhatIsLeft);
  }

  private LambdaClient lambda() {
    return clients.lambda();
  }
}
