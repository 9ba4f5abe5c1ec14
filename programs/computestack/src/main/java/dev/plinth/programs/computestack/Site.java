/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.programs.computestack;

import com.pulumi.aws.AwsFunctions;
import com.pulumi.aws.Provider;
import com.pulumi.aws.inputs.GetCallerIdentityArgs;
import com.pulumi.aws.inputs.GetPartitionArgs;
import com.pulumi.aws.inputs.GetRegionArgs;
import com.pulumi.core.Output;
import com.pulumi.deployment.InvokeOptions;
import com.pulumi.resources.CustomResourceOptions;
import dev.plinth.api.computestack.ComputeStack;
import dev.plinth.api.computestack.Wiring;
import dev.plinth.api.computestack.access.Identity;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Where a stack is being built: what all of its concerns need to know. */
final class Site {
  private final ComputeStack stack;
  private final Wiring wiring;
  private final Optional<Provider> provider;
  private final Output<Map<String, String>> tags;
  private final Output<Identity> identity;

  Site(ComputeStack stack, Optional<Provider> provider, Map<String, String> tags) {
    this.stack = stack;
    this.wiring = new Wiring(stack);
    this.provider = provider;
    this.tags = Output.of(tags);
    this.identity = identity(provider);
  }

  private static InvokeOptions looks(Optional<Provider> provider) {
    InvokeOptions.Builder options = InvokeOptions.builder();
    provider.ifPresent(options::provider);
    return options.build();
  }

  private static Output<Identity> identity(Optional<Provider> provider) {
    InvokeOptions invoke = looks(provider);
    return Output.tuple(
            AwsFunctions.getPartition(GetPartitionArgs.Empty, invoke),
            AwsFunctions.getRegion(GetRegionArgs.Empty, invoke),
            AwsFunctions.getCallerIdentity(GetCallerIdentityArgs.Empty, invoke))
        .applyValue(
            found ->
                new Identity(
                    found.t1.partition(),
                    found.t2.name(),
                    found.t3.accountId(),
                    found.t1.dnsSuffix()));
  }

  ComputeStack stack() {
    return stack;
  }

  Wiring wiring() {
    return wiring;
  }

  Output<Map<String, String>> tags() {
    return tags;
  }

  /** A name in AWS. */
  String name(String id) {
    return stack.names().of(id);
  }

  /** A value that depends on the account. */
  <T> Output<T> inAccount(Function<Identity, T> value) {
    return identity.applyValue(value);
  }

  /** Looks things up with the provider that deploys. */
  InvokeOptions looks() {
    return looks(provider);
  }

  CustomResourceOptions.Builder options() {
    CustomResourceOptions.Builder options = CustomResourceOptions.builder();
    provider.ifPresent(options::provider);
    return options;
  }
}
