/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.local.lambda;

import dev.plinth.local.account.AccountContext;
import dev.plinth.local.account.Constraints;
import dev.plinth.local.account.RequestId;
import dev.plinth.local.store.SdkFields;
import dev.plinth.local.store.Stock;
import dev.plinth.local.store.Stored;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.lambda.model.AliasConfiguration;
import software.amazon.awssdk.services.lambda.model.AliasRoutingConfiguration;
import software.amazon.awssdk.services.lambda.model.CreateAliasRequest;
import software.amazon.awssdk.services.lambda.model.CreateAliasResponse;
import software.amazon.awssdk.services.lambda.model.DeleteAliasRequest;
import software.amazon.awssdk.services.lambda.model.GetAliasRequest;
import software.amazon.awssdk.services.lambda.model.GetAliasResponse;
import software.amazon.awssdk.services.lambda.model.ListAliasesRequest;
import software.amazon.awssdk.services.lambda.model.ListAliasesResponse;
import software.amazon.awssdk.services.lambda.model.UpdateAliasRequest;
import software.amazon.awssdk.services.lambda.model.UpdateAliasResponse;

/** Names for versions. What hangs on a name goes with it. */
final class Aliases implements FunctionDependent {
  private final AccountContext account;
  private final Functions functions;
  private final List<FunctionDependent> dependents;

  Aliases(Functions functions, List<FunctionDependent> dependents) {
    this.account = functions.account();
    this.functions = functions;
    this.dependents = List.copyOf(dependents);
  }

  CreateAliasResponse create(CreateAliasRequest request) {
    checkShape(request.name(), request.functionVersion(), request.description(), true);
    StoredFunction function = require(request.functionName());
    AliasConfiguration alias =
        AliasConfiguration.builder()
            .aliasArn(arn(function.name(), request.name()))
            .name(request.name())
            .functionVersion(request.functionVersion())
            .description(Optional.ofNullable(request.description()).orElse(""))
            .routingConfig(weights(request.routingConfig()))
            .revisionId(RequestId.next())
            .build();
    checkVersions(function, alias);
    stock()
        .create(
            key(function.name(), request.name()),
            new Stored<>(alias, Map.of()),
            () -> LambdaFault.conflict("Alias already exists: " + alias.aliasArn()));
    return SdkFields.copy(alias, CreateAliasResponse.builder(), CreateAliasResponse.class);
  }

  GetAliasResponse get(GetAliasRequest request) {
    checkShape(request.name(), null, null, false);
    String function = require(request.functionName()).name();
    AliasConfiguration alias =
        stock()
            .find(key(function, request.name()))
            .orElseThrow(() -> notFound(function, request.name()))
            .model();
    return SdkFields.copy(alias, GetAliasResponse.builder(), GetAliasResponse.class);
  }

  UpdateAliasResponse update(UpdateAliasRequest request) {
    checkShape(request.name(), request.functionVersion(), request.description(), false);
    StoredFunction function = require(request.functionName());
    AliasConfiguration alias =
        stock()
            .change(
                key(function.name(), request.name()),
                () -> notFound(function.name(), request.name()),
                stored -> stored.with(before -> changed(function, before, request)))
            .model();
    return SdkFields.copy(alias, UpdateAliasResponse.builder(), UpdateAliasResponse.class);
  }

  ListAliasesResponse list(ListAliasesRequest request) {
    String function = require(request.functionName()).name();
    Page page = Page.of(request.marker(), request.maxItems());
    List<AliasConfiguration> all =
        stock().all(key(function, "")).stream()
            .filter(
                alias ->
                    request.functionVersion() == null
                        || request.functionVersion().equals(alias.functionVersion()))
            .toList();
    int from = Math.min(page.index(), all.size());
    int to = Math.min(from + page.size(), all.size());
    return ListAliasesResponse.builder()
        .aliases(all.subList(from, to))
        .nextMarker(to < all.size() ? Page.marker(function, to) : null)
        .build();
  }

  /** That there is no such alias is fine with Lambda. */
  void delete(DeleteAliasRequest request) {
    checkShape(request.name(), null, null, false);
    String function = require(request.functionName()).name();
    functions.changing(
        () -> {
          dependents.forEach(each -> each.qualifierDeleted(function, request.name()));
          return stock().delete(key(function, request.name()));
        });
  }

  @Override
  public void functionDeleted(String function) {
    stock().names("", key(function, "")).forEach(stock()::delete);
  }

  @Override
  public void qualifierDeleted(String function, String qualifier) {}

  /** The wording is ours. */
  @Override
  public void requireVersionFree(String function, String version) {
    for (AliasConfiguration alias : stock().all(key(function, ""))) {
      boolean weighed =
          alias.routingConfig() != null
              && alias.routingConfig().additionalVersionWeights().containsKey(version);
      if (weighed || version.equals(alias.functionVersion())) {
        throw LambdaFault.conflict(
            "Version " + version + " cannot be deleted: alias " + alias.name() + " refers to it.");
      }
    }
  }

  private AliasConfiguration changed(
      StoredFunction function, AliasConfiguration before, UpdateAliasRequest request) {
    if (request.revisionId() != null && !request.revisionId().equals(before.revisionId())) {
      throw LambdaFault.staleRevision();
    }
    AliasConfiguration.Builder changed = before.toBuilder().revisionId(RequestId.next());
    Optional.ofNullable(request.functionVersion()).ifPresent(changed::functionVersion);
    Optional.ofNullable(request.description()).ifPresent(changed::description);
    if (request.routingConfig() != null) {
      changed.routingConfig(weights(request.routingConfig()));
    }
    AliasConfiguration after = changed.build();
    checkVersions(function, after);
    return after;
  }

  private static void checkShape(
      @Nullable String name,
      @Nullable String version,
      @Nullable String description,
      boolean isNew) {
    Constraints constraints =
        new Constraints()
            .required(name, "name")
            .length(name, "name", 1, 128)
            .pattern(name, "name", LambdaPatterns.ALIAS)
            .length(version, "functionVersion", 1, 1024)
            .pattern(version, "functionVersion", LambdaPatterns.VERSION)
            .length(description, "description", 0, 256);
    LambdaFault.throwIfAny(isNew ? constraints.required(version, "functionVersion") : constraints);
  }

  private void checkVersions(StoredFunction function, AliasConfiguration alias) {
    requireVersion(function, alias.functionVersion());
    AliasRoutingConfiguration routing = alias.routingConfig();
    if (routing == null) {
      return;
    }
    Map<String, Double> weights = routing.additionalVersionWeights();
    if (alias.functionVersion().equals(FunctionName.LATEST)) {
      throw LambdaFault.invalidParameter(
          "$LATEST is not supported for an alias pointing to more than 1 version");
    }
    if (weights.size() > 1) {
      throw LambdaFault.invalidParameter(
          "Number of items in AdditionalVersionWeights cannot be greater than 1.");
    }
    weights.forEach(
        (version, weight) -> {
          if (weight < 0 || weight > 1 || version.equals(alias.functionVersion())) {
            throw LambdaFault.invalidParameter(
                "The weight of version "
                    + version
                    + " must be from 0 to 1, and of another version.");
          }
          requireVersion(function, version);
        });
  }

  private void requireVersion(StoredFunction function, String version) {
    if (function.version(version).isEmpty()) {
      throw LambdaFault.functionNotFound(
          FunctionName.arn(account, function.name()) + ":" + version);
    }
  }

  /** No weights are no routing. */
  private static @Nullable AliasRoutingConfiguration weights(
      @Nullable AliasRoutingConfiguration routing) {
    return routing == null || routing.additionalVersionWeights().isEmpty() ? null : routing;
  }

  private StoredFunction require(@Nullable String functionName) {
    return functions.require(FunctionName.of(account, functionName));
  }

  private RuntimeException notFound(String function, String name) {
    return LambdaFault.notFound("Cannot find alias arn: " + arn(function, name));
  }

  private String arn(String function, String name) {
    return FunctionName.arn(account, function) + ":" + name;
  }

  private static String key(String function, String name) {
    return function + ":" + name;
  }

  private Stock<AliasConfiguration> stock() {
    return functions.aliases();
  }
}
