/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.deploy;

import dev.plinth.engine.provider.CheckRequest;
import dev.plinth.engine.provider.CheckResult;
import dev.plinth.engine.provider.CreateRequest;
import dev.plinth.engine.provider.CreateResult;
import dev.plinth.engine.provider.DeleteRequest;
import dev.plinth.engine.provider.DiffRequest;
import dev.plinth.engine.provider.DiffResult;
import dev.plinth.engine.provider.InputDiff;
import dev.plinth.engine.provider.InvokeRequest;
import dev.plinth.engine.provider.Provider;
import dev.plinth.engine.provider.ProviderException;
import dev.plinth.engine.provider.ReadRequest;
import dev.plinth.engine.provider.ReadResult;
import dev.plinth.engine.provider.UpdateRequest;
import dev.plinth.engine.state.ResourceState;
import dev.plinth.engine.urn.Urn;
import dev.plinth.engine.value.PropertyMap;
import dev.plinth.engine.value.PropertyValue;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Pulumi's own package, {@code pulumi}: references to other stacks, and to resources of this one.
 */
final class BuiltinProvider implements Provider {
  static final String PACKAGE = "pulumi";

  private static final String STACK_REFERENCE = "pulumi:pulumi:StackReference";
  private static final String GET_RESOURCE = "pulumi:pulumi:getResource";

  private final StackReferences stacks;
  private final Function<Urn, Optional<ResourceState>> resources;

  /**
   * @param resources finds a resource that this run has registered
   */
  BuiltinProvider(StackReferences stacks, Function<Urn, Optional<ResourceState>> resources) {
    this.stacks = stacks;
    this.resources = resources;
  }

  @Override
  public ReadResult read(ReadRequest request) {
    requireStackReference(request.urn());
    String name = request.inputs().text("name").orElse(request.id());
    return stacks
        .outputs(name)
        .map(outputs -> new ReadResult(request.id(), request.inputs(), reference(name, outputs)))
        .orElseGet(ReadResult::gone);
  }

  private static PropertyMap reference(String name, PropertyMap outputs) {
    List<String> secret =
        outputs.names().stream()
            .filter(output -> outputs.get(output).orElseThrow().containsSecrets())
            .toList();
    return PropertyMap.builder()
        .put("name", name)
        .put("outputs", outputs)
        .putTexts("secretOutputNames", secret)
        .build();
  }

  @Override
  public PropertyMap invoke(InvokeRequest request) {
    if (!request.token().equals(GET_RESOURCE)) {
      throw new ProviderException("the package pulumi has no function " + request.token());
    }
    String text = request.args().text("urn").orElse("");
    ResourceState state =
        resources
            .apply(new Urn(text))
            .orElseThrow(() -> new ProviderException("there is no resource " + text));
    return PropertyMap.builder()
        .put("urn", text)
        .put("id", state.id().orElse(""))
        .put("state", state.outputs())
        .build();
  }

  private static void requireStackReference(Urn urn) {
    if (!urn.type().equals(STACK_REFERENCE)) {
      throw new ProviderException("the package pulumi has no resource type " + urn.type());
    }
  }

  @Override
  public CheckResult checkConfig(CheckRequest request) {
    return CheckResult.ok(request.news());
  }

  @Override
  public DiffResult diffConfig(DiffRequest request) {
    return DiffResult.none();
  }

  @Override
  public void configure(PropertyMap config) {}

  @Override
  public CheckResult check(CheckRequest request) {
    requireStackReference(request.urn());
    return CheckResult.ok(request.news());
  }

  @Override
  public DiffResult diff(DiffRequest request) {
    return InputDiff.between(request.oldInputs(), request.newInputs());
  }

  @Override
  public CreateResult create(CreateRequest request) {
    PropertyValue name = request.inputs().get("name").orElse(PropertyValue.Computed.INSTANCE);
    throw new ProviderException(
        "a stack reference is read, not created: " + name, "use a newer Pulumi SDK", null);
  }

  @Override
  public PropertyMap update(UpdateRequest request) {
    throw new ProviderException("a stack reference is read, not updated");
  }

  @Override
  public void delete(DeleteRequest request) {}

  @Override
  public void cancel() {}

  @Override
  public void close() {}
}
