/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.invoke;

import dev.plinth.aws.call.Operation;
import dev.plinth.aws.client.AwsClients;
import dev.plinth.aws.client.RegionFacts;
import dev.plinth.engine.provider.InvokeRequest;
import dev.plinth.engine.provider.ProviderException;
import dev.plinth.engine.value.PropertyMap;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityRequest;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityResponse;

/** Answers functions that read. Only the caller's identity needs a call to AWS. */
public final class Invokes {
  private static final String GET_REGION = "aws:index/getRegion:getRegion";
  private static final String GET_CALLER_IDENTITY = "aws:index/getCallerIdentity:getCallerIdentity";
  private static final String GET_PARTITION = "aws:index/getPartition:getPartition";

  private final AwsClients clients;

  public Invokes(AwsClients clients) {
    this.clients = clients;
  }

  /**
   * Answers a function.
   *
   * @throws ProviderException when there is no such function, or AWS refuses
   */
  public PropertyMap answer(InvokeRequest request, Operation operation) {
    return switch (request.token()) {
      case GET_REGION -> region(request.args());
      case GET_CALLER_IDENTITY -> callerIdentity(operation);
      case GET_PARTITION -> partition();
      default ->
          throw new ProviderException(
              "The native AWS provider has no function " + request.token() + ".",
              "It has " + GET_REGION + ", " + GET_CALLER_IDENTITY + " and " + GET_PARTITION + ".",
              null);
    };
  }

  private PropertyMap region(PropertyMap args) {
    String name =
        args.text("name")
            .or(() -> args.text("endpoint").map(Invokes::regionOfEndpoint))
            .orElseGet(clients::region);
    RegionFacts facts = RegionFacts.of(name);
    return PropertyMap.builder()
        .put("id", name)
        .put("name", name)
        .put("endpoint", endpoint(facts))
        .put("description", facts.description())
        .build();
  }

  private PropertyMap callerIdentity(Operation operation) {
    GetCallerIdentityRequest request = GetCallerIdentityRequest.builder().build();
    GetCallerIdentityResponse caller =
        operation.call("GetCallerIdentity", () -> clients.sts().getCallerIdentity(request));
    return PropertyMap.builder()
        .put("id", caller.account())
        .put("accountId", caller.account())
        .put("arn", caller.arn())
        .put("userId", caller.userId())
        .build();
  }

  private PropertyMap partition() {
    RegionFacts facts = RegionFacts.of(clients.region());
    return PropertyMap.builder()
        .put("id", facts.partition())
        .put("partition", facts.partition())
        .put("dnsSuffix", facts.dnsSuffix())
        .put("reverseDnsPrefix", facts.reverseDnsPrefix())
        .build();
  }

  private static String endpoint(RegionFacts region) {
    return "ec2." + region.id() + "." + region.dnsSuffix();
  }

  private static String regionOfEndpoint(String endpoint) {
    String[] labels = endpoint.split("\\.", 3);
    if (labels.length < 3 || !labels[0].equals("ec2") || !RegionFacts.isListed(labels[1])) {
      throw new ProviderException(
          "No region has the endpoint " + endpoint + ".",
          "Use the form ec2.<region>.amazonaws.com.",
          null);
    }
    return labels[1];
  }
}
