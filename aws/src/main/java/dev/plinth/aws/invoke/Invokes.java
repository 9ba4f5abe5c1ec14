/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.invoke;

import dev.plinth.aws.call.Operation;
import dev.plinth.aws.client.AwsClients;
import dev.plinth.aws.client.AwsService;
import dev.plinth.aws.client.RegionFacts;
import dev.plinth.engine.provider.InvokeRequest;
import dev.plinth.engine.provider.ProviderException;
import dev.plinth.engine.value.PropertyMap;
import java.util.List;
import java.util.function.Consumer;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityRequest;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityResponse;

/** Answers functions that read. Those that say what any AWS SDK knows make no call. */
public final class Invokes {
  private static final String GET_REGION = "aws:index/getRegion:getRegion";
  private static final String GET_CALLER_IDENTITY = "aws:index/getCallerIdentity:getCallerIdentity";
  private static final String GET_PARTITION = "aws:index/getPartition:getPartition";
  private static final String GET_OBJECT = "aws:s3/getObject:getObject";
  private static final String GET_IMAGE = "aws:ecr/getImage:getImage";
  private static final List<String> ALL =
      List.of(GET_REGION, GET_CALLER_IDENTITY, GET_PARTITION, GET_OBJECT, GET_IMAGE);

  private final AwsClients clients;
  private final Consumer<Operation> guard;

  /**
   * @param guard makes sure, before a call about an account's own things, that it is the right one
   */
  public Invokes(AwsClients clients, Consumer<Operation> guard) {
    this.clients = clients;
    this.guard = guard;
  }

  /** What a call is about, for messages. */
  public static String subject(InvokeRequest request) {
    PropertyMap args = request.args();
    return switch (request.token()) {
      case GET_OBJECT ->
          "S3 object s3://" + args.text("bucket").orElse("") + "/" + args.text("key").orElse("");
      case GET_IMAGE ->
          "image "
              + args.text("repositoryName").orElse("")
              + args.text("imageTag")
                  .map(tag -> ":" + tag)
                  .or(() -> args.text("imageDigest").map(digest -> "@" + digest))
                  .orElse("");
      default -> request.token();
    };
  }

  /**
   * Answers a function.
   *
   * @throws ProviderException when there is no such function, or AWS refuses
   */
  public PropertyMap answer(InvokeRequest request, Operation operation) {
    PropertyMap args = request.args();
    return switch (request.token()) {
      case GET_REGION -> region(args);
      case GET_CALLER_IDENTITY -> callerIdentity(operation);
      case GET_PARTITION -> partition();
      case GET_OBJECT -> {
        guard.accept(operation);
        yield new GetObject(clients.s3(), here(), operation, args).answer();
      }
      case GET_IMAGE -> {
        guard.accept(operation);
        yield new GetImage(clients.of(AwsService.ECR), here(), operation, args).answer();
      }
      default ->
          throw new ProviderException(
              "The native AWS provider has no function " + request.token() + ".",
              "It has " + String.join(", ", ALL) + ".",
              null);
    };
  }

  static ProviderException missing(String argument) {
    return new ProviderException(
        "The argument " + argument + " is missing.", "Give it a value.", null);
  }

  private RegionFacts here() {
    return RegionFacts.of(clients.region());
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
    RegionFacts facts = here();
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
