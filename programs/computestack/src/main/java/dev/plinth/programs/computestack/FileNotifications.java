/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.programs.computestack;

import com.pulumi.aws.lambda.Permission;
import com.pulumi.aws.s3.BucketNotification;
import com.pulumi.aws.s3.BucketNotificationArgs;
import com.pulumi.aws.s3.inputs.BucketNotificationLambdaFunctionArgs;
import dev.plinth.api.computestack.ComputeStack;
import dev.plinth.api.computestack.Placed;
import dev.plinth.proto.computestack.FileEvent;
import dev.plinth.rules.notification.ObjectEvents;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What S3 tells the functions. The permission names the bucket by its ARN, which is known without
 * it, so that permission and notification stand in no circle; each notification has an id of this
 * stack, which tells it from those that others configured on the bucket.
 */
final class FileNotifications {
  private final Site site;
  private final FunctionSet functions;
  private final Invocations invocations;

  private FileNotifications(Site site, FunctionSet functions, Invocations invocations) {
    this.site = site;
    this.functions = functions;
    this.invocations = invocations;
  }

  static void create(Site site, FunctionSet functions, Invocations invocations) {
    FileNotifications notifications = new FileNotifications(site, functions, invocations);
    Map<String, List<Placed<FileEvent>>> byBucket = new LinkedHashMap<>();
    for (Placed<FileEvent> event : site.stack().fileEvents()) {
      byBucket
          .computeIfAbsent(site.stack().bucketOf(event), bucket -> new ArrayList<>())
          .add(event);
    }
    byBucket.forEach(notifications::add);
  }

  private void add(String bucket, List<Placed<FileEvent>> events) {
    List<Permission> permissions = new ArrayList<>();
    List<BucketNotificationLambdaFunctionArgs> targets = new ArrayList<>();
    for (Placed<FileEvent> event : events) {
      MadeFunction function = functions.require(ComputeStack.notified(event));
      permissions.add(
          invocations.byBucket(
              function.id() + "-" + event.spec().getName(),
              function,
              site.inAccount(identity -> identity.bucketArn(bucket))));
      targets.add(target(event, function));
    }
    new BucketNotification(
        bucket,
        BucketNotificationArgs.builder().bucket(bucket).lambdaFunctions(targets).build(),
        site.options().dependsOn(permissions.toArray(Permission[]::new)).build());
  }

  private BucketNotificationLambdaFunctionArgs target(
      Placed<FileEvent> event, MadeFunction function) {
    ObjectEvents about = ComputeStack.eventsOf(event);
    BucketNotificationLambdaFunctionArgs.Builder target =
        BucketNotificationLambdaFunctionArgs.builder()
            .id(site.name(event.spec().getName()))
            .lambdaFunctionArn(function.arn())
            .events(about.events());
    if (!about.prefix().isEmpty()) {
      target.filterPrefix(about.prefix());
    }
    if (!about.suffix().isEmpty()) {
      target.filterSuffix(about.suffix());
    }
    return target.build();
  }
}
