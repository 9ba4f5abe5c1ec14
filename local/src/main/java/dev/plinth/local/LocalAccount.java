/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.local;

import dev.plinth.local.account.AccountContext;
import dev.plinth.local.catalogue.Assumption;
import dev.plinth.local.catalogue.Catalogue;
import dev.plinth.local.catalogue.KnownResource;
import dev.plinth.local.catalogue.Network;
import dev.plinth.local.catalogue.ResourceKind;
import dev.plinth.local.ec2.LocalEc2Client;
import dev.plinth.local.lambda.LocalLambdaClient;
import dev.plinth.local.logs.LocalLogsClient;
import dev.plinth.local.store.FolderLock;
import dev.plinth.local.sts.LocalStsClient;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.lambda.LambdaClient;
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
  private @Nullable LocalLambdaClient lambda;
  private @Nullable LocalLogsClient logs;
  private @Nullable StsClient sts;
  private @Nullable Ec2Client ec2;

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
  }

  public static LocalAccount open(Path folder, LocalAccountOptions options) {
    return new LocalAccount(folder.toAbsolutePath(), options.context());
  }

  public LambdaClient lambda() {
    return lambdaClient();
  }

  public CloudWatchLogsClient logs() {
    return logsClient();
  }

  public synchronized StsClient sts() {
    if (sts == null) {
      sts = new LocalStsClient(context);
    }
    return sts;
  }

  public synchronized Ec2Client ec2() {
    if (ec2 == null) {
      ec2 = new LocalEc2Client(context, network);
    }
    return ec2;
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
   * @param attributes for a subnet or security group, {@value KnownResource#VPC}: its VPC's id
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

  /** The ARNs of all functions and log groups in the account's region, sorted. */
  public List<String> resources() {
    List<String> arns = new ArrayList<>();
    for (String name : lambdaClient().functionNames()) {
      arns.add(context.arn("lambda", "function:" + name));
    }
    for (String name : logsClient().logGroupNames()) {
      arns.add(context.arn("logs", "log-group:" + name));
    }
    Collections.sort(arns);
    return arns;
  }

  /** Whether the account's region has neither functions nor log groups. */
  public boolean isEmpty() {
    return resources().isEmpty();
  }

  /** Lets the folder go; the clients must not be used any more. */
  @Override
  public void close() {
    lock.close();
  }

  private synchronized LocalLambdaClient lambdaClient() {
    if (lambda == null) {
      lambda =
          new LocalLambdaClient(context, regionFolder.resolve("lambda"), lock, catalogue, network);
    }
    return lambda;
  }

  private synchronized LocalLogsClient logsClient() {
    if (logs == null) {
      logs = new LocalLogsClient(context, regionFolder.resolve("logs"), lock, catalogue);
    }
    return logs;
  }
}
