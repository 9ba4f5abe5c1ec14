/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.local.lambda;

import dev.plinth.local.account.AccountContext;
import dev.plinth.local.catalogue.Artifacts;
import dev.plinth.local.catalogue.Catalogue;
import dev.plinth.local.catalogue.Keeper;
import dev.plinth.local.catalogue.Network;
import dev.plinth.local.catalogue.ResourceKind;
import dev.plinth.local.store.AppendLog;
import dev.plinth.local.store.FolderLock;
import dev.plinth.local.store.Shelf;
import dev.plinth.local.store.Stock;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.lambda.model.AliasConfiguration;
import software.amazon.awssdk.services.lambda.model.EventSourceMappingConfiguration;
import software.amazon.awssdk.services.lambda.model.FunctionEventInvokeConfig;
import software.amazon.awssdk.services.lambda.model.FunctionUrlConfig;
import software.amazon.awssdk.services.lambda.model.ProvisionedConcurrencyConfigListItem;

/** What Lambda's operations are made of, put together. */
record LambdaParts(
    Functions functions,
    FunctionCreation creation,
    FunctionUpdates updates,
    FunctionReads reads,
    FunctionDeletion deletion,
    Versions versions,
    ReservedConcurrency reservations,
    FunctionTags functionTags,
    MappingTags mappingTags,
    FunctionOptions options,
    AccountSettings settings,
    LayerVersions layers,
    Permissions permissions,
    Aliases aliases,
    FunctionUrls urls,
    EventInvokeConfigs eventInvokeConfigs,
    ProvisionedConcurrency provisioned,
    EventSourceMappings mappings) {

  /**
   * @param folder where the resources of this account and region are kept; made when needed
   */
  static LambdaParts of(
      AccountContext account, Path folder, FolderLock lock, Catalogue catalogue, Network network) {
    Functions functions =
        new Functions(
            account,
            new Shelf(folder.resolve("functions")),
            lock,
            new Stock<>(
                folder.resolve("aliases"),
                lock,
                AliasConfiguration.class,
                AliasConfiguration::builder));
    ReservedConcurrency reservations =
        new ReservedConcurrency(functions, new AppendLog(folder.resolve("reservations.log")));
    CodeStore codeStore = new CodeStore(folder.resolve("code"));
    CodeLoader codeLoader = new CodeLoader(account, catalogue, new Artifacts(catalogue));
    FunctionView view = new FunctionView(account, codeStore);
    SettingsReferences references = new SettingsReferences(account, catalogue, network);
    SettingsChange change = new SettingsChange(new SettingsRules(account.region()), references);
    Versions versions = new Versions(functions, view);
    Destinations destinations = new Destinations(catalogue);
    Permissions permissions = new Permissions(functions, new Shelf(folder.resolve("policies")));
    Stock<FunctionUrlConfig> urls =
        new Stock<>(
            folder.resolve("urls"), lock, FunctionUrlConfig.class, FunctionUrlConfig::builder);
    Stock<FunctionEventInvokeConfig> eventInvokeConfigs =
        new Stock<>(
            folder.resolve("event-invoke-configs"),
            lock,
            FunctionEventInvokeConfig.class,
            FunctionEventInvokeConfig::builder);
    Stock<ProvisionedConcurrencyConfigListItem> provisioned =
        new Stock<>(
            folder.resolve("provisioned"),
            lock,
            ProvisionedConcurrencyConfigListItem.class,
            ProvisionedConcurrencyConfigListItem::builder);
    EventSourceMappings mappings =
        new EventSourceMappings(
            functions,
            new Stock<>(
                folder.resolve("event-source-mappings"),
                lock,
                EventSourceMappingConfiguration.class,
                EventSourceMappingConfiguration::builder),
            catalogue,
            destinations);
    List<FunctionDependent> qualified =
        List.of(
            permissions,
            new QualifiedStock(urls),
            new QualifiedStock(eventInvokeConfigs),
            new QualifiedStock(provisioned));
    Aliases aliases = new Aliases(functions, qualified);
    List<FunctionDependent> dependents =
        Stream.concat(Stream.of(aliases), qualified.stream()).toList();
    return new LambdaParts(
        functions,
        new FunctionCreation(functions, change, codeLoader, codeStore, versions, view),
        new FunctionUpdates(functions, change, codeLoader, codeStore, versions, view),
        new FunctionReads(functions, view),
        new FunctionDeletion(functions, reservations, codeStore, dependents),
        versions,
        reservations,
        new FunctionTags(functions),
        new MappingTags(mappings),
        new FunctionOptions(functions, references),
        new AccountSettings(functions, reservations),
        new LayerVersions(account, new Shelf(folder.resolve("layers")), lock, codeLoader),
        permissions,
        aliases,
        new FunctionUrls(functions, urls),
        new EventInvokeConfigs(functions, eventInvokeConfigs, destinations),
        new ProvisionedConcurrency(functions, reservations, provisioned),
        mappings);
  }

  /** What answers for the tags of a resource. */
  Tagging tags(@Nullable String arn) {
    return arn != null && arn.contains(MappingTags.KIND) ? mappingTags : functionTags;
  }

  /** Answers for what Lambda's own requests name and it keeps. */
  void keepIn(Catalogue catalogue) {
    catalogue.keep(ResourceKind.LAYER_VERSION, Keeper.of(layers::exists));
  }

  List<String> resourceArns() {
    return Stream.of(functions.arns(), layers.arns(), mappings.arns())
        .flatMap(List::stream)
        .toList();
  }

  /** Whether there is a function, or a version or alias of one, of an ARN. */
  boolean isFunction(String arn) {
    String prefix = functions.account().arn("lambda", "function:");
    return arn.startsWith(prefix) && functions.isThere(arn.substring(prefix.length()));
  }
}
