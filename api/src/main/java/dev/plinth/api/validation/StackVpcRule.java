/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.api.validation;

import dev.plinth.api.computestack.ComputeStack;
import dev.plinth.api.computestack.StackFunction;
import dev.plinth.api.manifest.FieldPath;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A function that is to run in the VPC has subnets, and beside them security groups, as many as a
 * function may have: AWS Lambda takes neither without the other.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/api/API_VpcConfig.html">VpcConfig</a>
 */
final class StackVpcRule implements StackRule {
  private static final String GROUPS = "spec.security.function_security_groups";
  private static final int MOST_GROUPS = 5;

  @Override
  public void check(ComputeStack stack, Report report) {
    checkSubnets(stack, report);
    List<StackFunction> inVpc = stack.functions().stream().filter(StackFunction::inVpc).toList();
    String without = words(inVpc.stream().filter(f -> groups(stack, f) == 0).toList());
    if (!without.isEmpty()) {
      report.error(
          "stack.no-security-group",
          GROUPS,
          without
              + " would run in the private subnets without a security group; AWS Lambda takes both or neither.",
          "add spec.security.function_security_groups, or spec.database.client_security_group for functions that reach the database.");
    }
    String withMany = words(inVpc.stream().filter(f -> groups(stack, f) > MOST_GROUPS).toList());
    if (!withMany.isEmpty()) {
      report.error(
          "manifest.too-long",
          GROUPS,
          "with spec.database.client_security_group, %s would have more than the %d security groups that AWS Lambda takes."
              .formatted(withMany, MOST_GROUPS),
          "remove some of them.");
    }
  }

  private static int groups(ComputeStack stack, StackFunction function) {
    return stack.securityGroupIds(function).size();
  }

  private static void checkSubnets(ComputeStack stack, Report report) {
    Map<String, List<StackFunction>> byReason =
        stack.functions().stream()
            .filter(function -> function.wantsVpc() && !function.inVpc())
            .collect(
                Collectors.groupingBy(StackVpcRule::reason, TreeMap::new, Collectors.toList()));
    byReason.forEach(
        (path, functions) ->
            report.error(
                "stack.no-subnets",
                path,
                words(functions)
                    + (path.endsWith(".vpc") ? " would run" : " would, to reach the database, run")
                    + " in the VPC, but there are no subnets for it.",
                "add spec.network.private_subnets, or set vpc of the function to false."));
  }

  /** What puts the function into the VPC. */
  private static String reason(StackFunction function) {
    if (function.spec().hasVpc()) {
      return FieldPath.field(function.path(), "vpc");
    }
    return function.spec().hasAccess()
        ? FieldPath.field(function.path(), "access.database")
        : "spec.database";
  }

  private static String words(List<StackFunction> functions) {
    return functions.stream().map(StackFunction::id).collect(Collectors.joining(" and "));
  }
}
