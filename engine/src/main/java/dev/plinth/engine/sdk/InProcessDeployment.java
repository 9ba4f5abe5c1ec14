/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.sdk;

import com.pulumi.core.Output;
import com.pulumi.core.internal.Internal;
import com.pulumi.deployment.internal.DeploymentImpl;
import com.pulumi.resources.CustomResource;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.Resource;
import com.pulumi.resources.ResourceArgs;
import com.pulumi.resources.ResourceOptions;
import dev.plinth.engine.deploy.ResourceMonitor;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The SDK's deployment, with a short way for what nearly every resource is: a custom resource with
 * the common options. On its own way the SDK turns each request and each answer into a protobuf
 * message and into text for a log that nobody reads, and looks up a class's outputs anew for every
 * resource of it. All else goes there.
 */
final class InProcessDeployment extends DeploymentImpl {
  private final CustomRegistration registration;

  InProcessDeployment(DeploymentState state, ResourceMonitor monitor) {
    super(state);
    this.registration = new CustomRegistration(this, monitor);
  }

  @Override
  public void readOrRegisterResource(
      Resource resource,
      boolean remote,
      Function<String, Resource> newDependency,
      ResourceArgs args,
      ResourceOptions options,
      Resource.LazyFields lazy,
      @Nullable CompletableFuture<String> packageRef) {
    if (resource instanceof CustomResource custom
        && options instanceof CustomResourceOptions given
        && packageRef == null
        && isCommon(given)) {
      registration.register(custom, args, given, lazy);
    } else {
      super.readOrRegisterResource(
          resource, remote, newDependency, args, options, lazy, packageRef);
    }
  }

  private static boolean isCommon(CustomResourceOptions options) {
    return options.getUrn().isEmpty()
        && options.getId().map(InProcessDeployment::isAbsent).orElse(true)
        && options.getAliases().isEmpty()
        && options.getReplaceWith().isEmpty()
        && options.getReplacementTrigger().isEmpty();
  }

  /** Generated packages give every resource an id; that of one to be made is absent. */
  private static boolean isAbsent(Output<String> id) {
    CompletableFuture<String> value = Internal.of(id).getValueOrDefault("");
    return value.isDone() && !value.isCompletedExceptionally() && value.join().isEmpty();
  }
}
