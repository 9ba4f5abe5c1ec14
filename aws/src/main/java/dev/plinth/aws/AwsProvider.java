/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws;

import dev.plinth.aws.call.Operation;
import dev.plinth.aws.call.Pacing;
import dev.plinth.aws.call.Redaction;
import dev.plinth.aws.client.AwsClients;
import dev.plinth.aws.client.AwsClientsFactory;
import dev.plinth.aws.config.ConfigCheck;
import dev.plinth.aws.config.ConfigSchema;
import dev.plinth.aws.config.ProviderConfig;
import dev.plinth.aws.invoke.Invokes;
import dev.plinth.aws.resource.AwsSession;
import dev.plinth.aws.resource.ResourceType;
import dev.plinth.aws.resource.Turns;
import dev.plinth.aws.schema.InputCheck;
import dev.plinth.aws.schema.PreviewOutputs;
import dev.plinth.aws.schema.ResourceDiff;
import dev.plinth.aws.schema.ResourceSchema;
import dev.plinth.aws.schema.TagPolicy;
import dev.plinth.engine.provider.CheckRequest;
import dev.plinth.engine.provider.CheckResult;
import dev.plinth.engine.provider.CreateRequest;
import dev.plinth.engine.provider.CreateResult;
import dev.plinth.engine.provider.DeleteRequest;
import dev.plinth.engine.provider.DiffRequest;
import dev.plinth.engine.provider.DiffResult;
import dev.plinth.engine.provider.FindRequest;
import dev.plinth.engine.provider.Found;
import dev.plinth.engine.provider.InvokeRequest;
import dev.plinth.engine.provider.Provider;
import dev.plinth.engine.provider.ProviderException;
import dev.plinth.engine.provider.ProviderHost;
import dev.plinth.engine.provider.ReadRequest;
import dev.plinth.engine.provider.ReadResult;
import dev.plinth.engine.provider.UpdateRequest;
import dev.plinth.engine.value.PropertyMap;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Pulumi's {@code aws} package, carried out in this process. Check, diff and preview work from the
 * types' schemas alone; AWS is called for what has to be read or written, and in a preview only by
 * the functions that a program calls.
 */
public final class AwsProvider implements Provider {
  private static final Duration INVOKE_LIMIT = Duration.ofMinutes(1);

  private final AwsClientsFactory factory;
  private final Pacing pacing;
  private final Path base;
  private final ProviderHost host;
  private volatile @Nullable Configured configured;

  AwsProvider(AwsClientsFactory factory, Pacing pacing, Path base, ProviderHost host) {
    this.factory = factory;
    this.pacing = pacing;
    this.base = base;
    this.host = host;
  }

  private record Configured(
      ProviderConfig config, AwsClients clients, AccountGuard guard, Resources resources) {}

  @Override
  public CheckResult checkConfig(CheckRequest request) {
    return ConfigCheck.check(request.news());
  }

  @Override
  public DiffResult diffConfig(DiffRequest request) {
    return ConfigCheck.diff(request.oldInputs(), request.newInputs(), request.ignoreChanges());
  }

  @Override
  public void configure(PropertyMap values) {
    ProviderConfig config = ProviderConfig.of(values);
    AwsClients clients = factory.open(config);
    AwsSession session = new AwsSession(clients, config.tags(), base, new Turns());
    AccountGuard guard = new AccountGuard(config, clients);
    Resources resources = new Resources(session, guard, config.maxRetries(), pacing, host);
    configured = new Configured(config, clients, guard, resources);
  }

  @Override
  public CheckResult check(CheckRequest request) {
    String token = request.urn().type();
    ResourceType type = ResourceTypes.find(token);
    return type == null
        ? new CheckResult(
            request.news(), List.of(ResourceSchema.unknownType(token, ResourceTypes.tokens())))
        : InputCheck.check(type.schema(), request, tags());
  }

  @Override
  public DiffResult diff(DiffRequest request) {
    return ResourceDiff.diff(type(request.urn().type()).schema(), request);
  }

  @Override
  public CreateResult create(CreateRequest request) {
    ResourceType type = type(request.urn().type());
    return request.preview()
        ? new CreateResult("", PreviewOutputs.ofCreate(type.schema(), request.inputs()))
        : configured().resources().create(type, request);
  }

  @Override
  public Found find(FindRequest request) {
    return configured().resources().find(type(request.urn().type()), request);
  }

  @Override
  public ReadResult read(ReadRequest request) {
    return configured().resources().read(type(request.urn().type()), request);
  }

  @Override
  public PropertyMap update(UpdateRequest request) {
    ResourceType type = type(request.urn().type());
    return request.preview()
        ? preview(type, request)
        : configured().resources().update(type, request);
  }

  @Override
  public void delete(DeleteRequest request) {
    configured().resources().delete(type(request.urn().type()), request);
  }

  @Override
  public PropertyMap invoke(InvokeRequest request) {
    Operation operation =
        new Operation(
            Invokes.subject(request),
            INVOKE_LIMIT,
            configured().config().maxRetries(),
            new Redaction(ConfigSchema.SHAPE, request.args()),
            pacing);
    Configured open = configured();
    return new Invokes(open.clients(), open.guard()::ensureAllowed).answer(request, operation);
  }

  @Override
  public void cancel() {
    pacing.cancel();
  }

  @Override
  public void close() {
    Configured open = configured;
    if (open != null) {
      open.clients().close();
    }
  }

  private static PropertyMap preview(ResourceType type, UpdateRequest request) {
    Set<String> changed = Changes.of(type.schema(), request);
    return PreviewOutputs.ofUpdate(
        type.schema(),
        request.oldOutputs(),
        request.newInputs(),
        type.changingOutputs(changed, request.newInputs()));
  }

  /** In a preview the provider may wait for its configuration; its tags are not known then. */
  private TagPolicy tags() {
    Configured open = configured;
    return open == null ? TagPolicy.none() : open.config().tags();
  }

  private Configured configured() {
    Configured open = configured;
    if (open == null) {
      throw new IllegalStateException("the AWS provider is used before it was configured");
    }
    return open;
  }

  private static ResourceType type(String token) {
    ResourceType type = ResourceTypes.find(token);
    if (type == null) {
      throw new ProviderException(
          ResourceSchema.unknownType(token, ResourceTypes.tokens()).reason());
    }
    return type;
  }
}
