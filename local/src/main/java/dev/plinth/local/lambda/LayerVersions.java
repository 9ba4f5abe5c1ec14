/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.local.lambda;

import dev.plinth.local.account.AccountContext;
import dev.plinth.local.account.Constraints;
import dev.plinth.local.store.FolderLock;
import dev.plinth.local.store.SdkFields;
import dev.plinth.local.store.Shelf;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.services.lambda.model.DeleteLayerVersionRequest;
import software.amazon.awssdk.services.lambda.model.GetLayerVersionByArnRequest;
import software.amazon.awssdk.services.lambda.model.GetLayerVersionByArnResponse;
import software.amazon.awssdk.services.lambda.model.GetLayerVersionRequest;
import software.amazon.awssdk.services.lambda.model.GetLayerVersionResponse;
import software.amazon.awssdk.services.lambda.model.LayerVersionContentOutput;
import software.amazon.awssdk.services.lambda.model.LayerVersionsListItem;
import software.amazon.awssdk.services.lambda.model.ListLayerVersionsRequest;
import software.amazon.awssdk.services.lambda.model.ListLayerVersionsResponse;
import software.amazon.awssdk.services.lambda.model.PublishLayerVersionRequest;
import software.amazon.awssdk.services.lambda.model.PublishLayerVersionResponse;

/** The account's layers and their versions. */
final class LayerVersions {
  private static final int MOST_RUNTIMES = 15;
  private static final int MOST_ARCHITECTURES = 2;

  private final AccountContext account;
  private final Shelf shelf;
  private final FolderLock lock;
  private final CodeLoader codeLoader;

  LayerVersions(AccountContext account, Shelf shelf, FolderLock lock, CodeLoader codeLoader) {
    this.account = account;
    this.shelf = shelf;
    this.lock = lock;
    this.codeLoader = codeLoader;
  }

  PublishLayerVersionResponse publish(PublishLayerVersionRequest request) {
    Code code = Code.of(request.content());
    checkShape(request, code);
    LayerName name = LayerName.of(account, request.layerName());
    CodeLoader.check(code);
    LoadedCode loaded = codeLoader.load(code, "lambda:PublishLayerVersion");
    StoredLayer layer =
        change(
            name, before -> before.with(version(name, request, loaded, before.lastVersion() + 1)));
    return SdkFields.copy(
        layer.versions().get(layer.versions().size() - 1),
        PublishLayerVersionResponse.builder(),
        PublishLayerVersionResponse.class);
  }

  GetLayerVersionResponse get(GetLayerVersionRequest request) {
    return require(LayerName.of(account, request.layerName()), request.versionNumber());
  }

  GetLayerVersionByArnResponse get(GetLayerVersionByArnRequest request) {
    LambdaFault.throwIfAny(
        new Constraints()
            .required(request.arn(), "arn")
            .pattern(request.arn(), "arn", LambdaPatterns.LAYER_VERSION));
    int colon = request.arn().lastIndexOf(':');
    GetLayerVersionResponse found =
        require(
            LayerName.of(account, request.arn().substring(0, colon)),
            Long.parseLong(request.arn().substring(colon + 1)));
    return SdkFields.copy(
        found, GetLayerVersionByArnResponse.builder(), GetLayerVersionByArnResponse.class);
  }

  /** The newest version comes first. */
  ListLayerVersionsResponse list(ListLayerVersionsRequest request) {
    LayerName name = LayerName.of(account, request.layerName());
    Page page = Page.of(request.marker(), request.maxItems());
    List<GetLayerVersionResponse> all =
        new ArrayList<>(
            find(name).versions().stream().filter(each -> matches(each, request)).toList());
    Collections.reverse(all);
    int from = Math.min(page.index(), all.size());
    int to = Math.min(from + page.size(), all.size());
    return ListLayerVersionsResponse.builder()
        .layerVersions(
            all.subList(from, to).stream()
                .map(
                    each ->
                        SdkFields.copy(
                            each, LayerVersionsListItem.builder(), LayerVersionsListItem.class))
                .toList())
        .nextMarker(to < all.size() ? Page.marker(name.name(), to) : null)
        .build();
  }

  /** That there is no such version is fine with Lambda. */
  void delete(DeleteLayerVersionRequest request) {
    LayerName name = LayerName.of(account, request.layerName());
    LambdaFault.throwIfAny(new Constraints().required(request.versionNumber(), "versionNumber"));
    if (find(name).version(request.versionNumber()).isPresent()) {
      change(name, layer -> layer.without(request.versionNumber()));
    }
  }

  boolean exists(String versionArn) {
    return arns().contains(versionArn);
  }

  List<String> arns() {
    return shelf.names().stream()
        .flatMap(name -> find(new LayerName(name)).versions().stream())
        .map(GetLayerVersionResponse::layerVersionArn)
        .toList();
  }

  private static void checkShape(PublishLayerVersionRequest request, Code code) {
    Constraints constraints =
        new Constraints()
            .required(request.content(), "content")
            .length(request.description(), "description", 0, 256)
            .length(request.licenseInfo(), "licenseInfo", 0, 512)
            .count(request.compatibleRuntimesAsStrings(), "compatibleRuntimes", MOST_RUNTIMES)
            .count(
                request.compatibleArchitecturesAsStrings(),
                "compatibleArchitectures",
                MOST_ARCHITECTURES);
    for (String runtime : request.compatibleRuntimesAsStrings()) {
      constraints.oneOf(runtime, "compatibleRuntimes", Runtimes.known());
    }
    for (String architecture : request.compatibleArchitecturesAsStrings()) {
      constraints.oneOf(architecture, "compatibleArchitectures", SettingsShape.ARCHITECTURES);
    }
    CodeLoader.checkShape(constraints, code);
    LambdaFault.throwIfAny(constraints);
  }

  private GetLayerVersionResponse version(
      LayerName name, PublishLayerVersionRequest request, LoadedCode code, long number) {
    return GetLayerVersionResponse.builder()
        .description(Optional.ofNullable(request.description()).orElse(""))
        .licenseInfo(request.licenseInfo())
        .compatibleRuntimesWithStrings(request.compatibleRuntimesAsStrings())
        .compatibleArchitecturesWithStrings(request.compatibleArchitecturesAsStrings())
        .content(
            LayerVersionContentOutput.builder()
                .location(code.location().location())
                .codeSha256(code.sha256())
                .codeSize(code.size())
                .build())
        .layerArn(name.arn(account))
        .layerVersionArn(name.versionArn(account, number))
        .version(number)
        .createdDate(FunctionView.time(account.now()))
        .build();
  }

  private static boolean matches(GetLayerVersionResponse version, ListLayerVersionsRequest wanted) {
    String runtime = wanted.compatibleRuntimeAsString();
    String architecture = wanted.compatibleArchitectureAsString();
    return (runtime == null || version.compatibleRuntimesAsStrings().contains(runtime))
        && (architecture == null
            || version.compatibleArchitecturesAsStrings().contains(architecture));
  }

  private GetLayerVersionResponse require(LayerName name, Long number) {
    LambdaFault.throwIfAny(new Constraints().required(number, "versionNumber"));
    return find(name)
        .version(number)
        .orElseThrow(() -> LambdaFault.notFound("The resource you requested does not exist."));
  }

  private StoredLayer find(LayerName name) {
    return shelf.read(name.name()).map(StoredLayer::ofJson).orElse(StoredLayer.NONE);
  }

  private StoredLayer change(LayerName name, UnaryOperator<StoredLayer> change) {
    return lock.holding(
        () -> {
          StoredLayer changed = change.apply(find(name));
          shelf.write(name.name(), changed.toJson());
          return changed;
        });
  }
}
