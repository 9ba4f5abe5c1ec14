/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.local.autoscaling;

import dev.plinth.local.account.AccountContext;
import dev.plinth.local.account.AccountTags;
import dev.plinth.local.account.Constraints;
import dev.plinth.local.catalogue.Catalogue;
import dev.plinth.local.catalogue.ResourceKind;
import dev.plinth.local.store.Sha256;
import dev.plinth.local.store.Stock;
import dev.plinth.local.store.Stored;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.applicationautoscaling.model.DeregisterScalableTargetRequest;
import software.amazon.awssdk.services.applicationautoscaling.model.DescribeScalableTargetsRequest;
import software.amazon.awssdk.services.applicationautoscaling.model.DescribeScalableTargetsResponse;
import software.amazon.awssdk.services.applicationautoscaling.model.RegisterScalableTargetRequest;
import software.amazon.awssdk.services.applicationautoscaling.model.RegisterScalableTargetResponse;
import software.amazon.awssdk.services.applicationautoscaling.model.ScalableDimension;
import software.amazon.awssdk.services.applicationautoscaling.model.ScalableTarget;
import software.amazon.awssdk.services.applicationautoscaling.model.ScalingPolicy;
import software.amazon.awssdk.services.applicationautoscaling.model.ServiceNamespace;
import software.amazon.awssdk.services.applicationautoscaling.model.SuspendedState;

/** What may be scaled; of Lambda, the provisioned concurrency of aliases and versions. */
final class Targets {
  private static final List<String> DIMENSIONS =
      ScalableDimension.knownValues().stream().map(ScalableDimension::toString).sorted().toList();
  private static final List<String> NAMESPACES =
      ServiceNamespace.knownValues().stream().map(ServiceNamespace::toString).sorted().toList();

  private final AccountContext account;
  private final Stock<ScalableTarget> stock;
  private final Stock<ScalingPolicy> policies;
  private final Catalogue catalogue;

  Targets(
      AccountContext account,
      Stock<ScalableTarget> stock,
      Stock<ScalingPolicy> policies,
      Catalogue catalogue) {
    this.account = account;
    this.stock = stock;
    this.policies = policies;
    this.catalogue = catalogue;
  }

  RegisterScalableTargetResponse register(RegisterScalableTargetRequest request) {
    String key =
        key(
            request.serviceNamespaceAsString(),
            request.resourceId(),
            request.scalableDimensionAsString());
    Constraints constraints = new Constraints();
    AccountTags.check(constraints, request.tags());
    ScalingFault.throwIfAny(constraints);
    if (!stock.contains(key)) {
      requireResource(request);
    }
    Stored<ScalableTarget> stored =
        stock.put(
            key,
            () -> new Stored<>(created(key, request), request.tags()),
            before -> changed(before, request));
    return RegisterScalableTargetResponse.builder()
        .scalableTargetARN(stored.model().scalableTargetARN())
        .build();
  }

  DescribeScalableTargetsResponse describe(DescribeScalableTargetsRequest request) {
    ScalingFault.throwIfAny(
        new Constraints().required(request.serviceNamespaceAsString(), "serviceNamespace"));
    List<ScalableTarget> found =
        stock.all(request.serviceNamespaceAsString() + "/").stream()
            .filter(
                each ->
                    !request.hasResourceIds() || request.resourceIds().contains(each.resourceId()))
            .filter(
                each ->
                    request.scalableDimensionAsString() == null
                        || request
                            .scalableDimensionAsString()
                            .equals(each.scalableDimensionAsString()))
            .toList();
    return DescribeScalableTargetsResponse.builder().scalableTargets(found).build();
  }

  /** A target takes its policies with it. */
  void deregister(DeregisterScalableTargetRequest request) {
    String key =
        key(
            request.serviceNamespaceAsString(),
            request.resourceId(),
            request.scalableDimensionAsString());
    if (!stock.delete(key)) {
      throw notFound(key);
    }
    policies.names("", key + "/").forEach(policies::delete);
  }

  void require(String key) {
    if (!stock.contains(key)) {
      throw notFound(key);
    }
  }

  void changeTags(@Nullable String arn, UnaryOperator<Map<String, String>> change) {
    String of = String.valueOf(arn);
    stock.changeTags(
        keyOfArn(of),
        () -> ScalingFault.resourceNotFound(of),
        present -> {
          Map<String, String> changed = change.apply(present);
          if (changed.size() > AccountTags.MOST) {
            throw ScalingFault.tooManyTags(of);
          }
          return changed;
        });
  }

  Map<String, String> tags(@Nullable String arn) {
    String of = String.valueOf(arn);
    return stock.find(keyOfArn(of)).orElseThrow(() -> ScalingFault.resourceNotFound(of)).tags();
  }

  List<String> arns() {
    return stock.all("").stream().map(ScalableTarget::scalableTargetARN).toList();
  }

  /** What tells targets apart; all of it is required. */
  static String key(
      @Nullable String namespace, @Nullable String resource, @Nullable String dimension) {
    ScalingFault.throwIfAny(
        new Constraints()
            .required(namespace, "serviceNamespace")
            .oneOf(namespace, "serviceNamespace", NAMESPACES)
            .required(resource, "resourceId")
            .length(resource, "resourceId", 1, 1600)
            .required(dimension, "scalableDimension")
            .oneOf(dimension, "scalableDimension", DIMENSIONS));
    return namespace + "/" + resource + "/" + dimension;
  }

  private ScalableTarget created(String key, RegisterScalableTargetRequest request) {
    ScalableTarget target =
        ScalableTarget.builder()
            .serviceNamespace(request.serviceNamespaceAsString())
            .resourceId(request.resourceId())
            .scalableDimension(request.scalableDimensionAsString())
            .minCapacity(request.minCapacity())
            .maxCapacity(request.maxCapacity())
            .roleARN(Optional.ofNullable(request.roleARN()).orElseGet(() -> serviceRole(request)))
            .suspendedState(suspended(request.suspendedState()))
            .creationTime(Instant.ofEpochMilli(account.now()))
            .scalableTargetARN(
                account.arn("application-autoscaling", "scalable-target/" + digest(key)))
            .build();
    check(target);
    return target;
  }

  private static Stored<ScalableTarget> changed(
      Stored<ScalableTarget> before, RegisterScalableTargetRequest request) {
    ScalableTarget.Builder changed = before.model().toBuilder();
    Optional.ofNullable(request.minCapacity()).ifPresent(changed::minCapacity);
    Optional.ofNullable(request.maxCapacity()).ifPresent(changed::maxCapacity);
    Optional.ofNullable(request.roleARN()).ifPresent(changed::roleARN);
    if (request.suspendedState() != null) {
      changed.suspendedState(suspended(request.suspendedState()));
    }
    ScalableTarget after = changed.build();
    check(after);
    return before.with(model -> after);
  }

  private static void check(ScalableTarget target) {
    ScalingFault.throwIfAny(
        new Constraints()
            .required(target.minCapacity(), "minCapacity")
            .required(target.maxCapacity(), "maxCapacity"));
    if (target.minCapacity() > target.maxCapacity()) {
      throw ScalingFault.validation("Maximum capacity cannot be less than minimum capacity");
    }
  }

  private static SuspendedState suspended(@Nullable SuspendedState asked) {
    return SuspendedState.builder()
        .dynamicScalingInSuspended(
            asked != null && Boolean.TRUE.equals(asked.dynamicScalingInSuspended()))
        .dynamicScalingOutSuspended(
            asked != null && Boolean.TRUE.equals(asked.dynamicScalingOutSuspended()))
        .scheduledScalingSuspended(
            asked != null && Boolean.TRUE.equals(asked.scheduledScalingSuspended()))
        .build();
  }

  /** Of Lambda's resources the account knows which there are; the wording is ours. */
  private void requireResource(RegisterScalableTargetRequest request) {
    if (!"lambda".equals(request.serviceNamespaceAsString())) {
      return;
    }
    if (!request.resourceId().startsWith("function:")
        || request.resourceId().split(":", -1).length != 3) {
      throw ScalingFault.validation(
          "Unsupported resource id " + request.resourceId() + ": use function:NAME:QUALIFIER");
    }
    String arn = account.arn("lambda", request.resourceId());
    catalogue.require(
        ResourceKind.FUNCTION,
        arn,
        "application-autoscaling:RegisterScalableTarget",
        () -> ScalingFault.validation("The resource " + arn + " does not exist"));
  }

  private String serviceRole(RegisterScalableTargetRequest request) {
    String service = request.serviceNamespaceAsString();
    return "arn:"
        + account.partition().id()
        + ":iam::"
        + account.accountId()
        + ":role/aws-service-role/"
        + service
        + ".application-autoscaling.amazonaws.com/AWSServiceRoleForApplicationAutoScaling_"
        + service;
  }

  private String keyOfArn(String arn) {
    return stock.names().stream()
        .filter(key -> arn.endsWith("/" + digest(key)))
        .findFirst()
        .orElse("");
  }

  private static String digest(String key) {
    return Sha256.hex(Sha256.of(key)).substring(0, 32);
  }

  private static RuntimeException notFound(String key) {
    return ScalingFault.objectNotFound("No scalable target registered for " + key);
  }
}
