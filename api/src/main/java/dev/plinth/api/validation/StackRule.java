/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.api.validation;

import dev.plinth.api.computestack.ComputeStack;
import java.time.LocalDate;
import java.util.List;

/** A rule on AwsComputeStack manifests that the .proto files cannot state. */
interface StackRule {

  /** Reports where the stack breaks the rule. */
  void check(ComputeStack stack, Report report);

  /** All of them. */
  static List<StackRule> all(LocalDate today) {
    return List.of(
        new StackNameRule(),
        new StackProfileRule(),
        new StackTagRule(),
        new PartNameRule(),
        new ResourceNameRule(),
        new PartReferenceRule(),
        new BusinessMetricRule(),
        new StackCodeRule(today),
        new JsonFieldRule(),
        new PipelineTimeoutRule(),
        new VisibilityTimeoutRule(),
        new BatchingWindowRule(),
        new DlqRetentionRule(),
        new ReceiveCountRule(),
        new ConcurrencyPoolRule(),
        new UnzippedSizeRule(),
        new ReservedVariableRule(),
        new StackEnvironmentRule(),
        new RolePolicyRule(),
        new EventLoopRule(),
        new StackVpcRule(),
        new EgressRule(),
        new ScheduleRule(),
        new FileEventRule(),
        new EventTargetRule(),
        new HttpRouteRule(),
        new PublicAccessRule(),
        new SwitchedOffRule(),
        new UnusedReferenceRule(),
        new IdleOptionRule());
  }
}
