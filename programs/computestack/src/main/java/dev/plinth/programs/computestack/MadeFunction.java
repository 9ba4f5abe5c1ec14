/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.programs.computestack;

import com.pulumi.aws.cloudwatch.LogGroup;
import com.pulumi.aws.lambda.Alias;
import com.pulumi.aws.lambda.Function;
import com.pulumi.core.Output;
import dev.plinth.api.computestack.StackFunction;
import java.util.Optional;

/**
 * A function that was made.
 *
 * @param alias the version that callers get, where environments are kept ready for it
 */
record MadeFunction(
    StackFunction plan, Function function, LogGroup logGroup, Optional<Alias> alias) {

  String id() {
    return plan.id();
  }

  /** The ARN to call it by. */
  Output<String> arn() {
    return alias.map(Alias::arn).orElseGet(function::arn);
  }

  /** The name in AWS to call it by. */
  String callName() {
    return callName(plan);
  }

  /** The name in AWS to call a function by, which is known before it is made. */
  static String callName(StackFunction plan) {
    return plan.provisioned().isPresent() ? plan.name() + ":" + FunctionSet.ALIAS : plan.name();
  }

  /** The ARN for API Gateway. */
  Output<String> invokeArn() {
    return alias.map(Alias::invokeArn).orElseGet(function::invokeArn);
  }

  /** Alias to name beside the function, where there is one. */
  Optional<Output<String>> qualifier() {
    return alias.map(Alias::name);
  }
}
