/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.local.states;

import dev.plinth.local.account.AccountContext;
import dev.plinth.local.account.LocalService;
import dev.plinth.local.catalogue.Catalogue;
import dev.plinth.local.store.FolderLock;
import dev.plinth.local.store.SdkFields;
import dev.plinth.local.store.Stock;
import dev.plinth.rules.asl.Problem;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.CreateStateMachineRequest;
import software.amazon.awssdk.services.sfn.model.CreateStateMachineResponse;
import software.amazon.awssdk.services.sfn.model.DeleteStateMachineRequest;
import software.amazon.awssdk.services.sfn.model.DeleteStateMachineResponse;
import software.amazon.awssdk.services.sfn.model.DeleteStateMachineVersionRequest;
import software.amazon.awssdk.services.sfn.model.DeleteStateMachineVersionResponse;
import software.amazon.awssdk.services.sfn.model.DescribeStateMachineRequest;
import software.amazon.awssdk.services.sfn.model.DescribeStateMachineResponse;
import software.amazon.awssdk.services.sfn.model.ListStateMachineVersionsRequest;
import software.amazon.awssdk.services.sfn.model.ListStateMachineVersionsResponse;
import software.amazon.awssdk.services.sfn.model.ListStateMachinesRequest;
import software.amazon.awssdk.services.sfn.model.ListStateMachinesResponse;
import software.amazon.awssdk.services.sfn.model.ListTagsForResourceRequest;
import software.amazon.awssdk.services.sfn.model.ListTagsForResourceResponse;
import software.amazon.awssdk.services.sfn.model.PublishStateMachineVersionRequest;
import software.amazon.awssdk.services.sfn.model.PublishStateMachineVersionResponse;
import software.amazon.awssdk.services.sfn.model.StateMachineListItem;
import software.amazon.awssdk.services.sfn.model.TagResourceRequest;
import software.amazon.awssdk.services.sfn.model.TagResourceResponse;
import software.amazon.awssdk.services.sfn.model.UntagResourceRequest;
import software.amazon.awssdk.services.sfn.model.UntagResourceResponse;
import software.amazon.awssdk.services.sfn.model.UpdateStateMachineRequest;
import software.amazon.awssdk.services.sfn.model.UpdateStateMachineResponse;
import software.amazon.awssdk.services.sfn.model.ValidateStateMachineDefinitionDiagnostic;
import software.amazon.awssdk.services.sfn.model.ValidateStateMachineDefinitionRequest;
import software.amazon.awssdk.services.sfn.model.ValidateStateMachineDefinitionResponse;

/**
 * Step Functions as the local account has it. An operation that is not overridden here is not
 * implemented, and throws {@link UnsupportedOperationException} as the SDK's interface has it.
 */
public final class LocalStatesClient implements SfnClient, LocalService {
  private final AccountContext account;
  private final StateMachines machines;
  private final MachineVersions versions;

  /**
   * @param folder where machines and versions are kept; made when needed
   */
  public LocalStatesClient(
      AccountContext account, Path folder, FolderLock lock, Catalogue catalogue) {
    this.account = account;
    machines =
        new StateMachines(account, new MachineRules(catalogue), stock(folder, "machines", lock));
    versions = new MachineVersions(account, machines, stock(folder, "versions", lock));
  }

  private static Stock<DescribeStateMachineResponse> stock(
      Path folder, String kind, FolderLock lock) {
    return new Stock<>(
        folder.resolve(kind),
        lock,
        DescribeStateMachineResponse.class,
        DescribeStateMachineResponse::builder);
  }

  @Override
  public List<String> resourceArns() {
    return machines.stock().names().stream().map(machines::arn).toList();
  }

  @Override
  public CreateStateMachineResponse createStateMachine(CreateStateMachineRequest request) {
    DescribeStateMachineResponse machine = machines.create(request);
    CreateStateMachineResponse.Builder response =
        CreateStateMachineResponse.builder()
            .stateMachineArn(machine.stateMachineArn())
            .creationDate(machine.creationDate());
    if (Boolean.TRUE.equals(request.publish())) {
      response.stateMachineVersionArn(
          versions.publish(machine, request.versionDescription()).stateMachineArn());
    }
    return response.build();
  }

  @Override
  public DescribeStateMachineResponse describeStateMachine(DescribeStateMachineRequest request) {
    return versions
        .find(request.stateMachineArn())
        .orElseGet(() -> machines.require(request.stateMachineArn()));
  }

  @Override
  public UpdateStateMachineResponse updateStateMachine(UpdateStateMachineRequest request) {
    DescribeStateMachineResponse machine = machines.update(request);
    UpdateStateMachineResponse.Builder response =
        UpdateStateMachineResponse.builder()
            .updateDate(Instant.ofEpochMilli(account.now()))
            .revisionId(machine.revisionId());
    if (Boolean.TRUE.equals(request.publish())) {
      response.stateMachineVersionArn(
          versions.publish(machine, request.versionDescription()).stateMachineArn());
    }
    return response.build();
  }

  @Override
  public DeleteStateMachineResponse deleteStateMachine(DeleteStateMachineRequest request) {
    versions.deleteAllOf(request.stateMachineArn());
    machines.delete(request.stateMachineArn());
    return DeleteStateMachineResponse.builder().build();
  }

  @Override
  public ListStateMachinesResponse listStateMachines(ListStateMachinesRequest request) {
    return ListStateMachinesResponse.builder()
        .stateMachines(
            machines.stock().all("").stream()
                .map(
                    machine ->
                        SdkFields.copy(
                            machine, StateMachineListItem.builder(), StateMachineListItem.class))
                .toList())
        .build();
  }

  @Override
  public PublishStateMachineVersionResponse publishStateMachineVersion(
      PublishStateMachineVersionRequest request) {
    DescribeStateMachineResponse version =
        versions.publish(machines.require(request.stateMachineArn()), request.description());
    return PublishStateMachineVersionResponse.builder()
        .stateMachineVersionArn(version.stateMachineArn())
        .creationDate(version.creationDate())
        .build();
  }

  @Override
  public ListStateMachineVersionsResponse listStateMachineVersions(
      ListStateMachineVersionsRequest request) {
    return versions.list(request.stateMachineArn());
  }

  @Override
  public DeleteStateMachineVersionResponse deleteStateMachineVersion(
      DeleteStateMachineVersionRequest request) {
    versions.delete(request.stateMachineVersionArn());
    return DeleteStateMachineVersionResponse.builder().build();
  }

  @Override
  public ValidateStateMachineDefinitionResponse validateStateMachineDefinition(
      ValidateStateMachineDefinitionRequest request) {
    List<Problem> problems = MachineRules.problemsOf(request.definition());
    return ValidateStateMachineDefinitionResponse.builder()
        .result(problems.isEmpty() ? "OK" : "FAIL")
        .truncated(false)
        .diagnostics(problems.stream().map(LocalStatesClient::diagnostic).toList())
        .build();
  }

  private static ValidateStateMachineDefinitionDiagnostic diagnostic(Problem problem) {
    return ValidateStateMachineDefinitionDiagnostic.builder()
        .severity("ERROR")
        .code(problem.code())
        .message(problem.message())
        .location(problem.location())
        .build();
  }

  @Override
  public TagResourceResponse tagResource(TagResourceRequest request) {
    machines.tag(request.resourceArn(), request.tags());
    return TagResourceResponse.builder().build();
  }

  @Override
  public UntagResourceResponse untagResource(UntagResourceRequest request) {
    machines.untag(request.resourceArn(), request.tagKeys());
    return UntagResourceResponse.builder().build();
  }

  @Override
  public ListTagsForResourceResponse listTagsForResource(ListTagsForResourceRequest request) {
    return ListTagsForResourceResponse.builder()
        .tags(machines.tagsOf(request.resourceArn()))
        .build();
  }

  @Override
  public String serviceName() {
    return SERVICE_NAME;
  }

  /** Does nothing: the account owns what the client uses. */
  @Override
  public void close() {}
}
