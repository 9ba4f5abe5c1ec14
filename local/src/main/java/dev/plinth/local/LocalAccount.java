/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.local;

import dev.plinth.local.account.AccountContext;
import dev.plinth.local.account.LocalService;
import dev.plinth.local.apigateway.LocalApiGatewayClient;
import dev.plinth.local.autoscaling.LocalAutoScalingClient;
import dev.plinth.local.catalogue.Artifacts;
import dev.plinth.local.catalogue.Assumption;
import dev.plinth.local.catalogue.Catalogue;
import dev.plinth.local.catalogue.Keeper;
import dev.plinth.local.catalogue.KnownResource;
import dev.plinth.local.catalogue.Network;
import dev.plinth.local.catalogue.ResourceKind;
import dev.plinth.local.cloudwatch.LocalCloudWatchClient;
import dev.plinth.local.ec2.LocalEc2Client;
import dev.plinth.local.ecr.LocalEcrClient;
import dev.plinth.local.events.LocalEventsClient;
import dev.plinth.local.iam.KeptRoles;
import dev.plinth.local.iam.LocalIamClient;
import dev.plinth.local.lambda.LocalLambdaClient;
import dev.plinth.local.logs.KeptLogGroups;
import dev.plinth.local.logs.LocalLogsClient;
import dev.plinth.local.s3.KeptObjects;
import dev.plinth.local.s3.LocalS3Client;
import dev.plinth.local.scheduler.LocalSchedulerClient;
import dev.plinth.local.sns.KeptTopics;
import dev.plinth.local.sns.LocalSnsClient;
import dev.plinth.local.sqs.KeptQueues;
import dev.plinth.local.sqs.LocalSqsClient;
import dev.plinth.local.states.LocalStatesClient;
import dev.plinth.local.store.FolderLock;
import dev.plinth.local.sts.LocalStsClient;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import software.amazon.awssdk.awscore.AwsClient;
import software.amazon.awssdk.services.apigatewayv2.ApiGatewayV2Client;
import software.amazon.awssdk.services.applicationautoscaling.ApplicationAutoScalingClient;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ecr.EcrClient;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.scheduler.SchedulerClient;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sts.StsClient;

/**
 * An AWS account in a folder, one region of it. It answers through the SDK's client interfaces as
 * AWS does, without network, credentials or waiting.
 *
 * <p>Opening reads and writes nothing; the folder is made by the first change. Threads may share an
 * account, and several processes a folder. A client is made when it is first asked for.
 *
 * <p>Failures are the SDK's service exceptions, with AWS's codes; damaged files, and settings that
 * are not implemented, are {@link dev.plinth.local.store.LocalAccountException}s. An operation that
 * the account does not implement is an {@link UnsupportedOperationException}.
 */
public final class LocalAccount implements AutoCloseable {
  private final AccountContext context;
  private final Path regionFolder;
  private final FolderLock lock;
  private final Catalogue catalogue;
  private final Network network;
  private final Map<Class<? extends AwsClient>, Supplier<? extends AwsClient>> services =
      new LinkedHashMap<>();
  private final Map<Class<? extends AwsClient>, AwsClient> made = new HashMap<>();

  private LocalAccount(Path folder, AccountContext context) {
    this.context = context;
    this.regionFolder = folder.resolve(context.accountId()).resolve(context.region());
    this.lock = new FolderLock(folder);
    this.catalogue =
        new Catalogue(
            context.strict(),
            folder.resolve("resources.json"),
            regionFolder.resolve("known.log"),
            lock);
    this.network = new Network(context, catalogue);
    register();
  }

  /** One line for each service that the account has. */
  private void register() {
    Path region = regionFolder;
    add(
        ApiGatewayV2Client.class,
        () -> new LocalApiGatewayClient(context, region.resolve("apigateway"), lock, catalogue));
    add(
        ApplicationAutoScalingClient.class,
        () -> new LocalAutoScalingClient(context, region.resolve("autoscaling"), lock, catalogue));
    add(
        CloudWatchClient.class,
        () -> new LocalCloudWatchClient(context, region.resolve("cloudwatch"), lock));
    add(EcrClient.class, () -> new LocalEcrClient(context, new Artifacts(catalogue)));
    Path iam = regionFolder.resolveSibling("iam"); // one for all regions
    catalogue.keep(ResourceKind.ROLE, Keeper.of(new KeptRoles(iam)));
    KeptQueues queues = new KeptQueues(context, region.resolve("sqs"));
    catalogue.keep(ResourceKind.QUEUE, queues);
    catalogue.keep(ResourceKind.DEAD_LETTER_TARGET, queues);
    catalogue.keep(ResourceKind.EVENT_SOURCE, queues);
    catalogue.keep(
        ResourceKind.LOG_GROUP, Keeper.of(new KeptLogGroups(context, region.resolve("logs"))));
    catalogue.keep(
        ResourceKind.FUNCTION,
        Keeper.of(
            arn -> client(LambdaClient.class) instanceof LocalLambdaClient own && own.keeps(arn)));
    Keeper topics = Keeper.of(new KeptTopics(region.resolve("sns")));
    catalogue.keep(ResourceKind.TOPIC, topics);
    catalogue.keep(ResourceKind.DEAD_LETTER_TARGET, topics);
    add(Ec2Client.class, () -> new LocalEc2Client(context, network));
    add(IamClient.class, () -> new LocalIamClient(context, iam, lock, catalogue));
    add(
        EventBridgeClient.class,
        () -> new LocalEventsClient(context, region.resolve("events"), lock, catalogue));
    add(
        LambdaClient.class,
        () -> new LocalLambdaClient(context, region.resolve("lambda"), lock, catalogue, network));
    add(
        CloudWatchLogsClient.class,
        () -> new LocalLogsClient(context, region.resolve("logs"), lock, catalogue));
    add(
        SchedulerClient.class,
        () -> new LocalSchedulerClient(context, region.resolve("scheduler"), lock, catalogue));
    add(
        SfnClient.class,
        () -> new LocalStatesClient(context, region.resolve("states"), lock, catalogue));
    Path s3 = region.resolve("s3");
    catalogue.keepObjects(new KeptObjects(s3));
    add(S3Client.class, () -> new LocalS3Client(context, s3, lock, catalogue));
    add(SnsClient.class, () -> new LocalSnsClient(context, region.resolve("sns"), lock, catalogue));
    add(SqsClient.class, () -> new LocalSqsClient(context, region.resolve("sqs"), lock, catalogue));
    add(StsClient.class, () -> new LocalStsClient(context));
  }

  private <C extends AwsClient> void add(Class<C> type, Supplier<? extends C> service) {
    services.put(type, service);
  }

  public static LocalAccount open(Path folder, LocalAccountOptions options) {
    return new LocalAccount(folder.toAbsolutePath(), options.context());
  }

  /**
   * The client of a service, by the SDK's interface.
   *
   * @throws UnsupportedOperationException for a service that the account does not have
   */
  public synchronized <C extends AwsClient> C client(Class<C> type) {
    AwsClient client = made.get(type);
    if (client == null) {
      Supplier<? extends AwsClient> service = services.get(type);
      if (service == null) {
        throw new UnsupportedOperationException("The local account has no " + type.getSimpleName());
      }
      client = service.get();
      made.put(type, client);
    }
    return type.cast(client);
  }

  public LambdaClient lambda() {
    return client(LambdaClient.class);
  }

  public CloudWatchLogsClient logs() {
    return client(CloudWatchLogsClient.class);
  }

  public StsClient sts() {
    return client(StsClient.class);
  }

  public Ec2Client ec2() {
    return client(Ec2Client.class);
  }

  /**
   * Declares that a thing exists which no service of the account keeps, for good.
   *
   * @param identifier in the form that {@link ResourceKind} gives for the kind
   */
  public void declare(ResourceKind kind, String identifier) {
    declare(kind, identifier, Map.of());
  }

  /**
   * Declares that a thing exists and what it is like.
   *
   * @param attributes such as {@value KnownResource#VPC}, the VPC of a subnet; {@link ResourceKind}
   *     names those of each kind
   */
  public void declare(ResourceKind kind, String identifier, Map<String, String> attributes) {
    catalogue.declare(KnownResource.declared(kind, identifier, attributes));
  }

  /**
   * What calls made through this object named that the account did not have, and that it assumed to
   * exist. A thing is assumed once; it is not listed again when the account is opened later.
   */
  public List<Assumption> assumptions() {
    return catalogue.assumptions();
  }

  /** The ARNs of all resources in the account's region and of those without one, sorted. */
  public List<String> resources() {
    List<String> arns = new ArrayList<>();
    for (Class<? extends AwsClient> type : services.keySet()) {
      if (client(type) instanceof LocalService service) {
        arns.addAll(service.resourceArns());
      }
    }
    Collections.sort(arns);
    return arns;
  }

  /** Whether the account's region has no resources. */
  public boolean isEmpty() {
    return resources().isEmpty();
  }

  /** Lets the folder go; the clients must not be used any more. */
  @Override
  public void close() {
    lock.close();
  }
}
