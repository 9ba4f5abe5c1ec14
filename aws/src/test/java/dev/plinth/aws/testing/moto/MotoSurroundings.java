/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.testing.moto;

import dev.plinth.aws.client.AwsClients;
import dev.plinth.aws.testing.Surroundings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.http.apache5.ProxyConfiguration;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.ec2.model.Subnet;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.s3.S3Client;

/** Makes what an account has before a test begins. */
final class MotoSurroundings {
  /** Says whose account a call is for, where there is no role to say it. */
  private static final String ACCOUNT_HEADER = "x-moto-account-id";

  private static final String TRUST =
      "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\","
          + "\"Principal\":{\"Service\":\"lambda.amazonaws.com\"},\"Action\":\"sts:AssumeRole\"}]}";

  private final URI endpoint;
  private final String account;
  private final AwsClients clients;

  private MotoSurroundings(URI endpoint, String account, AwsClients clients) {
    this.endpoint = endpoint;
    this.account = account;
    this.clients = clients;
  }

  static Surroundings make(URI endpoint, String account, AwsClients clients) {
    return new MotoSurroundings(endpoint, account, clients).make();
  }

  private Surroundings make() {
    String bucket = "artifacts-" + account;
    try (SdkHttpClient http = direct()) {
      makeRoles(http);
      makeObjects(http, bucket);
    }
    clients.sqs().createQueue(queue -> queue.queueName("tasks"));
    // Every account begins with a default VPC.
    List<Subnet> subnets = clients.ec2().describeSubnets().subnets();
    String group = clients.ec2().describeSecurityGroups().securityGroups().get(0).groupId();
    return new Surroundings(
        account,
        clients.region(),
        bucket,
        layer(bucket),
        subnets.stream().limit(2).map(Subnet::subnetId).toList(),
        group);
  }

  private void makeRoles(SdkHttpClient http) {
    try (IamClient iam = built(IamClient.builder(), http)) {
      for (String name : List.of("orders", "other")) {
        iam.createRole(role -> role.roleName(name).assumeRolePolicyDocument(TRUST));
      }
    }
  }

  private void makeObjects(SdkHttpClient http, String bucket) {
    try (S3Client s3 = built(S3Client.builder().forcePathStyle(true), http)) {
      s3.createBucket(
          create ->
              create
                  .bucket(bucket)
                  .createBucketConfiguration(where -> where.locationConstraint(clients.region())));
      for (String key : List.of("orders.jar", "orders-2.jar")) {
        s3.putObject(put -> put.bucket(bucket).key(key), RequestBody.fromBytes(zip(key)));
      }
    }
  }

  private String layer(String bucket) {
    return clients
        .lambda()
        .publishLayerVersion(
            layer ->
                layer
                    .layerName("one")
                    .content(content -> content.s3Bucket(bucket).s3Key("orders.jar")))
        .layerVersionArn();
  }

  private <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C built(
      B builder, SdkHttpClient http) {
    return builder
        .region(Region.of(clients.region()))
        .endpointOverride(endpoint)
        .httpClient(http)
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("seed", "unchecked")))
        .overrideConfiguration(override -> override.putHeader(ACCOUNT_HEADER, account))
        .build();
  }

  /** Whatever proxy the environment names, moto is on this machine. */
  private static SdkHttpClient direct() {
    return Apache5HttpClient.builder()
        .proxyConfiguration(
            ProxyConfiguration.builder()
                .useSystemPropertyValues(false)
                .useEnvironmentVariableValues(false)
                .build())
        .build();
  }

  private static byte[] zip(String entry) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry(entry));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
