/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.api.validation;

import dev.plinth.api.computestack.ComputeStack;
import dev.plinth.api.computestack.StackFunction;
import dev.plinth.api.manifest.FieldPath;
import dev.plinth.proto.computestack.FunctionUrl;
import dev.plinth.proto.computestack.HttpApi;
import dev.plinth.proto.computestack.PipelineStep;
import dev.plinth.proto.computestack.ProvisionedConcurrency;

/** An option that means something only beside another one stands beside it. */
final class IdleOptionRule implements StackRule {

  @Override
  public void check(ComputeStack stack, Report report) {
    NoEffect noEffect = new NoEffect(report);
    for (StackFunction function : stack.functions()) {
      checkProvisioned(function, noEffect);
      checkCors(function, stack, noEffect);
      noEffect.tellIf(
          function.spec().hasAsync() && !stack.isAsynchronous(function),
          FieldPath.field(function.path(), "async"),
          "nothing in this stack calls " + function.id() + " without waiting for its answer",
          "let a schedule, an event, a file event or the topic call it");
    }
    checkHttpApi(stack, noEffect);
    checkMessages(stack, noEffect);
    checkPipeline(stack, noEffect);
  }

  private static void checkProvisioned(StackFunction function, NoEffect noEffect) {
    ProvisionedConcurrency spec = function.spec().getProvisionedConcurrency();
    String path = FieldPath.field(function.path(), "provisioned_concurrency");
    String maximum = path + ".maximum";
    String target = path + ".target_utilization_percent";
    if (spec.getMinimum() == 0) {
      String why = "no environment is kept ready while minimum is 0";
      String toUse = "set " + path + ".minimum";
      noEffect.tellIf(spec.getMaximum() > 0, maximum, why, toUse);
      noEffect.tellIf(spec.getTargetUtilizationPercent() > 0, target, why, toUse);
      return;
    }
    noEffect.tellIf(
        spec.getMaximum() > 0 && spec.getMaximum() < spec.getMinimum(),
        maximum,
        "it is below minimum, which is " + spec.getMinimum(),
        "set it above minimum");
    noEffect.tellIf(
        spec.getTargetUtilizationPercent() > 0 && spec.getMaximum() <= spec.getMinimum(),
        target,
        "nothing is scaled unless maximum is above minimum",
        "set " + maximum + " above " + spec.getMinimum());
  }

  private static void checkCors(StackFunction function, ComputeStack stack, NoEffect noEffect) {
    FunctionUrl url = function.spec().getUrl();
    if (!function.hasUrl() || !stack.origins(url.getAllowOriginsList()).isEmpty()) {
      return;
    }
    String path = FieldPath.field(function.path(), "url");
    String why = "there are no origins whose pages may call the URL";
    String toUse = "add allow_origins, or spec.deploy_domain";
    noEffect.tellIf(url.getAllowMethodsCount() > 0, path + ".allow_methods", why, toUse);
    noEffect.tellIf(url.getAllowHeadersCount() > 0, path + ".allow_headers", why, toUse);
    noEffect.tellIf(url.getAllowCredentials(), path + ".allow_credentials", why, toUse);
    noEffect.tellIf(url.hasMaxAgeSeconds(), path + ".max_age_seconds", why, toUse);
  }

  private static void checkHttpApi(ComputeStack stack, NoEffect noEffect) {
    HttpApi spec = stack.spec().getHttpApi();
    if (!stack.hasHttpApi()) {
      boolean isOffByDefault = !spec.hasEnabled() && !stack.settings().httpApi();
      noEffect.tellIf(
          isOffByDefault && !spec.equals(HttpApi.getDefaultInstance()),
          "spec.http_api",
          "the HTTP API is off in " + stack.profile().word() + " unless it is switched on",
          "set spec.http_api.enabled to true");
    } else {
      noEffect.tellIf(
          spec.hasAuthorizerCacheSeconds() && !stack.hasAuthorizer(),
          "spec.http_api.authorizer_cache_seconds",
          "auth_handler, whose answers would be kept, authorizes no route",
          "let auth_handler authorize one");
    }
  }

  private static void checkMessages(ComputeStack stack, NoEffect noEffect) {
    noEffect.tellIf(
        stack.hasTopic()
            && !stack.spec().getNotificationsTopic().getQueueFilterPolicy().isEmpty()
            && !stack.queueIsSubscribed(),
        "spec.notifications_topic.queue_filter_policy",
        "the notification queue is switched off",
        "switch spec.queues.notification on");
    noEffect.tellIf(
        stack.spec().hasCircuitBreaker() && stack.wantsBreaker() && stack.brokenFeed().isEmpty(),
        "spec.circuit_breaker",
        "data_processor works through no queue that could be paused",
        "give data_processor a queue");
  }

  private static void checkPipeline(ComputeStack stack, NoEffect noEffect) {
    if (stack.hasPipeline()) {
      checkStep("validate", stack.spec().getDataPipeline().getValidate(), noEffect);
      checkStep("process", stack.spec().getDataPipeline().getProcess(), noEffect);
      checkStep("store", stack.spec().getDataPipeline().getStore(), noEffect);
    }
  }

  private static void checkStep(String name, PipelineStep step, NoEffect noEffect) {
    noEffect.tellIf(
        step.getIntervalSeconds() > 0 && step.hasMaxAttempts() && step.getMaxAttempts() == 0,
        "spec.data_pipeline." + name + ".interval_seconds",
        "there are no retries to wait for",
        "set max_attempts above 0");
  }
}
