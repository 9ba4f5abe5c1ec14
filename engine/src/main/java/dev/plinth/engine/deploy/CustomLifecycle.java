/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.deploy;

import dev.plinth.engine.provider.CheckRequest;
import dev.plinth.engine.provider.CheckResult;
import dev.plinth.engine.provider.CreateRequest;
import dev.plinth.engine.provider.CreateResult;
import dev.plinth.engine.provider.DiffRequest;
import dev.plinth.engine.provider.DiffResult;
import dev.plinth.engine.provider.InputDiff;
import dev.plinth.engine.provider.Provider;
import dev.plinth.engine.provider.ProviderException;
import dev.plinth.engine.provider.UpdateRequest;
import dev.plinth.engine.state.ResourceState;
import dev.plinth.engine.urn.Urn;
import dev.plinth.engine.value.PropertyMap;
import java.util.List;

/** A resource that a provider manages. */
final class CustomLifecycle implements Lifecycle {
  private final Urn urn;
  private final ProviderInstance instance;
  private final Seeds seeds;
  private final boolean preview;

  CustomLifecycle(Urn urn, ProviderInstance instance, Seeds seeds, boolean preview) {
    this.urn = urn;
    this.instance = instance;
    this.seeds = seeds;
    this.preview = preview;
  }

  @Override
  public CheckResult check(PropertyMap olds, PropertyMap news) {
    if (!instance.configured()) {
      return CheckResult.ok(news);
    }
    return provider().check(new CheckRequest(urn, olds, news, seeds.of(urn), preview));
  }

  @Override
  public DiffResult diff(ResourceState old, ResourceState goal) {
    if (!instance.configured()) {
      return InputDiff.between(old.inputs(), goal.inputs());
    }
    return provider()
        .diff(
            new DiffRequest(
                urn,
                old.id().orElse(""),
                old.inputs(),
                old.outputs(),
                goal.inputs(),
                goal.ignoreChanges()));
  }

  @Override
  public ResourceState create(ResourceState goal, String intent) {
    if (!instance.configured()) {
      return goal;
    }
    CreateResult result =
        provider()
            .create(
                new CreateRequest(
                    urn, goal.inputs(), goal.customTimeouts().create(), preview, intent));
    if (!preview && result.id().isEmpty()) {
      throw new ProviderException("the provider created " + urn + " without giving it an id");
    }
    return SecretOutputs.mark(goal.toBuilder().id(result.id()).build(), result.outputs());
  }

  @Override
  public ResourceState update(ResourceState old, ResourceState goal) {
    if (!instance.configured()) {
      return goal;
    }
    List<String> ignored = goal.ignoreChanges();
    PropertyMap outputs =
        provider()
            .update(
                new UpdateRequest(
                    urn,
                    old.id().orElse(""),
                    old.inputs(),
                    old.outputs(),
                    goal.inputs(),
                    ignored,
                    goal.customTimeouts().update(),
                    preview));
    return SecretOutputs.mark(goal, outputs);
  }

  private Provider provider() {
    return instance.provider();
  }
}
