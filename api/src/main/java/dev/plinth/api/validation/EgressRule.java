/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.api.validation;

import dev.plinth.api.computestack.ComputeStack;
import dev.plinth.api.computestack.StackFunction;
import dev.plinth.api.computestack.Wiring;
import dev.plinth.proto.computestack.Egress;
import java.util.TreeSet;

/** A function in the VPC has a way to each service that it calls. */
final class EgressRule implements StackRule {

  @Override
  public void check(ComputeStack stack, Report report) {
    if (stack.spec().getNetwork().getEgress() != Egress.ENDPOINTS) {
      return;
    }
    Wiring wiring = new Wiring(stack);
    for (StackFunction function : stack.functions()) {
      TreeSet<String> missing = new TreeSet<>();
      if (function.inVpc()) {
        wiring.edgesOf(function).stream()
            .flatMap(edge -> edge.calls().stream())
            .filter(service -> !stack.spec().getNetwork().getEndpointsList().contains(service))
            .forEach(missing::add);
      }
      if (!missing.isEmpty()) {
        report.error(
            "stack.no-route",
            "spec.network.endpoints",
            "%s runs in the VPC and calls %s, for which the VPC has no endpoint: its calls would hang until it times out."
                .formatted(function.id(), String.join(", ", missing)),
            "add an endpoint for each to the VPC and to spec.network.endpoints, set"
                + " spec.network.egress to NAT, or set the function's vpc to false.");
      }
    }
  }
}
