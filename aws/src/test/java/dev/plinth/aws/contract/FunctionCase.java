/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.contract;

import static java.util.Map.entry;

import dev.plinth.aws.client.AwsClients;
import dev.plinth.aws.testing.Surroundings;
import dev.plinth.engine.value.PropertyMap;
import dev.plinth.engine.value.PropertyValue;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.lambda.model.ResourceNotFoundException;

/** Functions from S3 and from an image. */
final class FunctionCase {
  private static final String TYPE = "aws:lambda/function:Function";

  private FunctionCase() {}

  static ContractCase zip(Setting setting) {
    Surroundings there = setting.surroundings();
    return new ContractCase(
        TYPE,
        inputs(there),
        zipChanges(there),
        Map.of("name", PropertyMap.builder().put("name", "orders-2").build()),
        FunctionCase::meddle,
        "memorySize",
        FunctionCase::exists);
  }

  /** A function for other resources to belong to, of which version 1 is published. */
  static PropertyMap given(Setting setting) {
    return setting.given(
        TYPE, inputs(setting.surroundings()).toBuilder().put("publish", true).build());
  }

  private static PropertyMap inputs(Surroundings there) {
    return PropertyMap.builder()
        .put("name", "orders")
        .put("role", there.role("orders"))
        .put("runtime", "java21")
        .put("handler", "shop.Orders::handle")
        .put("s3Bucket", there.bucket())
        .put("s3Key", "orders.jar")
        .build();
  }

  static ContractCase image(Setting setting) {
    Surroundings there = setting.surroundings();
    PropertyMap inputs =
        PropertyMap.builder()
            .put("name", "orders-image")
            .put("role", there.role("orders"))
            .put("packageType", "Image")
            .put("imageUri", there.image("orders:1"))
            .build();
    return new ContractCase(
        TYPE,
        inputs,
        Map.of(
            "imageUri", PropertyValue.of(there.image("orders:2")),
            "imageConfig", object("workingDirectory", "/app")),
        Map.of("name", PropertyMap.builder().put("name", "orders-image-2").build()),
        FunctionCase::meddle,
        "memorySize",
        FunctionCase::exists);
  }

  private static Map<String, PropertyValue> zipChanges(Surroundings there) {
    return Map.ofEntries(
        entry("role", PropertyValue.of(there.role("other"))),
        entry("description", PropertyValue.of("Takes orders")),
        entry("memorySize", PropertyValue.of(1024)),
        entry("timeout", PropertyValue.of(60)),
        entry("handler", PropertyValue.of("shop.Orders::other")),
        entry("runtime", PropertyValue.of("java17")),
        entry("s3Key", PropertyValue.of("orders-2.jar")),
        entry("sourceCodeHash", PropertyValue.of("abc")),
        entry("kmsKeyArn", PropertyValue.of(there.arn("kms", "key/1"))),
        entry("layers", texts(List.of(there.layer()))),
        entry("environment", environment()),
        entry("deadLetterConfig", object("targetArn", there.arn("sqs", "d"))),
        entry("snapStart", object("applyOn", "PublishedVersions")),
        entry("reservedConcurrentExecutions", PropertyValue.of(0)),
        entry("publish", PropertyValue.of(true)),
        entry("skipDestroy", PropertyValue.of(true)),
        entry("tags", object("team", "shop")),
        entry("vpcConfig", vpc(there)));
  }

  private static PropertyValue environment() {
    return PropertyValue.of(PropertyMap.of("variables", object("STAGE", "dev")));
  }

  private static PropertyValue vpc(Surroundings there) {
    return PropertyValue.of(
        PropertyMap.builder()
            .put("subnetIds", texts(there.subnets()))
            .put("securityGroupIds", texts(List.of(there.securityGroup())))
            .build());
  }

  private static PropertyValue texts(List<String> values) {
    return PropertyValue.of(values.stream().map(PropertyValue::of).toList());
  }

  private static PropertyValue object(String name, String value) {
    return PropertyValue.of(PropertyMap.builder().put(name, value).build());
  }

  private static void meddle(AwsClients aws, String name) {
    aws.lambda()
        .updateFunctionConfiguration(request -> request.functionName(name).memorySize(2048));
  }

  private static boolean exists(AwsClients aws, String name) {
    try {
      aws.lambda().getFunction(request -> request.functionName(name));
      return true;
    } catch (ResourceNotFoundException e) {
      return false;
    }
  }
}
