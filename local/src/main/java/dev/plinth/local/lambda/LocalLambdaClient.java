/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.local.lambda;

import dev.plinth.local.account.AccountContext;
import dev.plinth.local.account.LocalService;
import dev.plinth.local.catalogue.Catalogue;
import dev.plinth.local.catalogue.Network;
import dev.plinth.local.store.AppendLog;
import dev.plinth.local.store.FolderLock;
import dev.plinth.local.store.SdkFields;
import dev.plinth.local.store.Shelf;
import java.nio.file.Path;
import java.util.List;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.CreateFunctionRequest;
import software.amazon.awssdk.services.lambda.model.CreateFunctionResponse;
import software.amazon.awssdk.services.lambda.model.DeleteFunctionCodeSigningConfigRequest;
import software.amazon.awssdk.services.lambda.model.DeleteFunctionCodeSigningConfigResponse;
import software.amazon.awssdk.services.lambda.model.DeleteFunctionConcurrencyRequest;
import software.amazon.awssdk.services.lambda.model.DeleteFunctionConcurrencyResponse;
import software.amazon.awssdk.services.lambda.model.DeleteFunctionRequest;
import software.amazon.awssdk.services.lambda.model.DeleteFunctionResponse;
import software.amazon.awssdk.services.lambda.model.FunctionConfiguration;
import software.amazon.awssdk.services.lambda.model.GetAccountSettingsRequest;
import software.amazon.awssdk.services.lambda.model.GetAccountSettingsResponse;
import software.amazon.awssdk.services.lambda.model.GetFunctionCodeSigningConfigRequest;
import software.amazon.awssdk.services.lambda.model.GetFunctionCodeSigningConfigResponse;
import software.amazon.awssdk.services.lambda.model.GetFunctionConcurrencyRequest;
import software.amazon.awssdk.services.lambda.model.GetFunctionConcurrencyResponse;
import software.amazon.awssdk.services.lambda.model.GetFunctionConfigurationRequest;
import software.amazon.awssdk.services.lambda.model.GetFunctionConfigurationResponse;
import software.amazon.awssdk.services.lambda.model.GetFunctionRecursionConfigRequest;
import software.amazon.awssdk.services.lambda.model.GetFunctionRecursionConfigResponse;
import software.amazon.awssdk.services.lambda.model.GetFunctionRequest;
import software.amazon.awssdk.services.lambda.model.GetFunctionResponse;
import software.amazon.awssdk.services.lambda.model.GetRuntimeManagementConfigRequest;
import software.amazon.awssdk.services.lambda.model.GetRuntimeManagementConfigResponse;
import software.amazon.awssdk.services.lambda.model.ListFunctionsRequest;
import software.amazon.awssdk.services.lambda.model.ListFunctionsResponse;
import software.amazon.awssdk.services.lambda.model.ListTagsRequest;
import software.amazon.awssdk.services.lambda.model.ListTagsResponse;
import software.amazon.awssdk.services.lambda.model.ListVersionsByFunctionRequest;
import software.amazon.awssdk.services.lambda.model.ListVersionsByFunctionResponse;
import software.amazon.awssdk.services.lambda.model.PublishVersionRequest;
import software.amazon.awssdk.services.lambda.model.PublishVersionResponse;
import software.amazon.awssdk.services.lambda.model.PutFunctionCodeSigningConfigRequest;
import software.amazon.awssdk.services.lambda.model.PutFunctionCodeSigningConfigResponse;
import software.amazon.awssdk.services.lambda.model.PutFunctionConcurrencyRequest;
import software.amazon.awssdk.services.lambda.model.PutFunctionConcurrencyResponse;
import software.amazon.awssdk.services.lambda.model.PutFunctionRecursionConfigRequest;
import software.amazon.awssdk.services.lambda.model.PutFunctionRecursionConfigResponse;
import software.amazon.awssdk.services.lambda.model.PutRuntimeManagementConfigRequest;
import software.amazon.awssdk.services.lambda.model.PutRuntimeManagementConfigResponse;
import software.amazon.awssdk.services.lambda.model.TagResourceRequest;
import software.amazon.awssdk.services.lambda.model.TagResourceResponse;
import software.amazon.awssdk.services.lambda.model.UntagResourceRequest;
import software.amazon.awssdk.services.lambda.model.UntagResourceResponse;
import software.amazon.awssdk.services.lambda.model.UpdateFunctionCodeRequest;
import software.amazon.awssdk.services.lambda.model.UpdateFunctionCodeResponse;
import software.amazon.awssdk.services.lambda.model.UpdateFunctionConfigurationRequest;
import software.amazon.awssdk.services.lambda.model.UpdateFunctionConfigurationResponse;
import software.amazon.awssdk.utils.builder.Buildable;

/**
 * AWS Lambda as the local account has it. An operation that is not overridden here is not
 * implemented, and throws {@link UnsupportedOperationException} as the SDK's interface has it.
 */
public final class LocalLambdaClient implements LambdaClient, LocalService {
  private final Functions functions;
  private final FunctionCreation creation;
  private final FunctionUpdates updates;
  private final FunctionReads reads;
  private final FunctionDeletion deletion;
  private final Versions versions;
  private final ReservedConcurrency reservations;
  private final FunctionTags tags;
  private final FunctionOptions options;
  private final AccountSettings settings;

  /**
   * @param folder where the functions of this account and region are kept; made when needed
   */
  public LocalLambdaClient(
      AccountContext account, Path folder, FolderLock lock, Catalogue catalogue, Network network) {
    functions = new Functions(account, new Shelf(folder.resolve("functions")), lock);
    reservations =
        new ReservedConcurrency(functions, new AppendLog(folder.resolve("reservations.log")));
    CodeStore codeStore = new CodeStore(folder.resolve("code"));
    CodeLoader codeLoader = new CodeLoader(account, catalogue);
    FunctionView view = new FunctionView(account, codeStore);
    SettingsReferences references = new SettingsReferences(account, catalogue, network);
    SettingsChange change = new SettingsChange(new SettingsRules(account.region()), references);
    versions = new Versions(functions, view);
    creation = new FunctionCreation(functions, change, codeLoader, codeStore, versions, view);
    updates = new FunctionUpdates(functions, change, codeLoader, codeStore, versions, view);
    reads = new FunctionReads(functions, view);
    deletion = new FunctionDeletion(functions, reservations, codeStore);
    tags = new FunctionTags(functions);
    options = new FunctionOptions(functions, references);
    settings = new AccountSettings(functions, reservations);
  }

  @Override
  public List<String> resourceArns() {
    return functions.names("").stream()
        .map(name -> FunctionName.arn(functions.account(), name))
        .toList();
  }

  @Override
  public CreateFunctionResponse createFunction(CreateFunctionRequest request) {
    return copy(
        creation.create(request), CreateFunctionResponse.builder(), CreateFunctionResponse.class);
  }

  @Override
  public GetFunctionResponse getFunction(GetFunctionRequest request) {
    return reads.get(request);
  }

  @Override
  public GetFunctionConfigurationResponse getFunctionConfiguration(
      GetFunctionConfigurationRequest request) {
    return copy(
        reads.configuration(request),
        GetFunctionConfigurationResponse.builder(),
        GetFunctionConfigurationResponse.class);
  }

  @Override
  public UpdateFunctionConfigurationResponse updateFunctionConfiguration(
      UpdateFunctionConfigurationRequest request) {
    return copy(
        updates.configuration(request),
        UpdateFunctionConfigurationResponse.builder(),
        UpdateFunctionConfigurationResponse.class);
  }

  @Override
  public UpdateFunctionCodeResponse updateFunctionCode(UpdateFunctionCodeRequest request) {
    return copy(
        updates.code(request),
        UpdateFunctionCodeResponse.builder(),
        UpdateFunctionCodeResponse.class);
  }

  @Override
  public PublishVersionResponse publishVersion(PublishVersionRequest request) {
    return copy(
        versions.publish(request), PublishVersionResponse.builder(), PublishVersionResponse.class);
  }

  @Override
  public DeleteFunctionResponse deleteFunction(DeleteFunctionRequest request) {
    deletion.delete(request);
    return DeleteFunctionResponse.builder().build();
  }

  @Override
  public ListFunctionsResponse listFunctions(ListFunctionsRequest request) {
    return reads.list(request);
  }

  @Override
  public ListVersionsByFunctionResponse listVersionsByFunction(
      ListVersionsByFunctionRequest request) {
    return versions.list(request);
  }

  @Override
  public PutFunctionConcurrencyResponse putFunctionConcurrency(
      PutFunctionConcurrencyRequest request) {
    return reservations.put(request);
  }

  @Override
  public GetFunctionConcurrencyResponse getFunctionConcurrency(
      GetFunctionConcurrencyRequest request) {
    return reservations.get(request);
  }

  @Override
  public DeleteFunctionConcurrencyResponse deleteFunctionConcurrency(
      DeleteFunctionConcurrencyRequest request) {
    reservations.delete(request);
    return DeleteFunctionConcurrencyResponse.builder().build();
  }

  @Override
  public TagResourceResponse tagResource(TagResourceRequest request) {
    tags.tag(request);
    return TagResourceResponse.builder().build();
  }

  @Override
  public UntagResourceResponse untagResource(UntagResourceRequest request) {
    tags.untag(request);
    return UntagResourceResponse.builder().build();
  }

  @Override
  public ListTagsResponse listTags(ListTagsRequest request) {
    return tags.list(request);
  }

  @Override
  public GetFunctionCodeSigningConfigResponse getFunctionCodeSigningConfig(
      GetFunctionCodeSigningConfigRequest request) {
    return options.codeSigning(request);
  }

  @Override
  public PutFunctionCodeSigningConfigResponse putFunctionCodeSigningConfig(
      PutFunctionCodeSigningConfigRequest request) {
    return options.putCodeSigning(request);
  }

  @Override
  public DeleteFunctionCodeSigningConfigResponse deleteFunctionCodeSigningConfig(
      DeleteFunctionCodeSigningConfigRequest request) {
    options.deleteCodeSigning(request);
    return DeleteFunctionCodeSigningConfigResponse.builder().build();
  }

  @Override
  public GetFunctionRecursionConfigResponse getFunctionRecursionConfig(
      GetFunctionRecursionConfigRequest request) {
    return options.recursion(request);
  }

  @Override
  public PutFunctionRecursionConfigResponse putFunctionRecursionConfig(
      PutFunctionRecursionConfigRequest request) {
    return options.putRecursion(request);
  }

  @Override
  public GetRuntimeManagementConfigResponse getRuntimeManagementConfig(
      GetRuntimeManagementConfigRequest request) {
    return options.runtime(request);
  }

  @Override
  public PutRuntimeManagementConfigResponse putRuntimeManagementConfig(
      PutRuntimeManagementConfigRequest request) {
    return options.putRuntime(request);
  }

  @Override
  public GetAccountSettingsResponse getAccountSettings(GetAccountSettingsRequest request) {
    return settings.get();
  }

  @Override
  public String serviceName() {
    return SERVICE_NAME;
  }

  /** Does nothing: the account owns what the client uses. */
  @Override
  public void close() {}

  /** Five operations answer with the same fields in classes of their own. */
  private static <T> T copy(
      FunctionConfiguration configuration, Buildable response, Class<T> type) {
    return SdkFields.copy(configuration, response, type);
  }
}
