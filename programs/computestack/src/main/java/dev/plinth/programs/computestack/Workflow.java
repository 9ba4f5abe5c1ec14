/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.programs.computestack;

import com.pulumi.aws.cloudwatch.LogGroup;
import com.pulumi.aws.sfn.StateMachine;
import com.pulumi.aws.sfn.StateMachineArgs;
import com.pulumi.aws.sfn.inputs.StateMachineLoggingConfigurationArgs;
import com.pulumi.aws.sfn.inputs.StateMachineTracingConfigurationArgs;
import com.pulumi.core.Output;
import dev.plinth.api.computestack.access.Edge;
import dev.plinth.api.computestack.access.Identity;
import dev.plinth.api.computestack.access.Statement;
import dev.plinth.programs.computestack.asl.StateMachineDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** A state machine with its role and its log. */
final class Workflow {
  private Workflow() {}

  /**
   * Makes one.
   *
   * @param id logical name of all its resources, and the end of their names in AWS
   */
  static StateMachine create(
      Site site,
      LogSet logs,
      String id,
      List<Edge> edges,
      Output<Function<Identity, List<Statement>>> further,
      Output<Function<Identity, StateMachineDefinition>> definition) {
    // The prefix keeps CloudWatch's policy for log delivery from growing with each machine.
    LogGroup log = logs.add(id, "/aws/vendedlogs/states/");
    List<Edge> all = new ArrayList<>(edges);
    all.add(new Edge.TraceRuns());
    ServiceRole role =
        ServiceRole.create(
            site,
            id,
            "states.amazonaws.com",
            all,
            further.applyValue(
                more ->
                    identity -> {
                      List<Statement> statements = new ArrayList<>(more.apply(identity));
                      statements.add(deliverLogs());
                      return statements;
                    }));
    return new StateMachine(
        id,
        StateMachineArgs.builder()
            .name(site.name(id))
            .roleArn(role.role().arn())
            .definition(
                Output.tuple(site.inAccount(identity -> identity), definition)
                    .applyValue(found -> found.t2.apply(found.t1).toJson()))
            .loggingConfiguration(
                StateMachineLoggingConfigurationArgs.builder()
                    .level("ERROR")
                    .includeExecutionData(false)
                    .logDestination(log.arn().applyValue(arn -> arn + ":*"))
                    .build())
            .tracingConfiguration(
                StateMachineTracingConfigurationArgs.builder().enabled(true).build())
            .tags(site.tags())
            .build(),
        site.options().dependsOn(role.policy()).build());
  }

  private static Statement deliverLogs() {
    return Statement.allow(
        "DeliverLogsHasNoResources",
        List.of(
            "logs:CreateLogDelivery",
            "logs:GetLogDelivery",
            "logs:UpdateLogDelivery",
            "logs:DeleteLogDelivery",
            "logs:ListLogDeliveries",
            "logs:PutResourcePolicy",
            "logs:DescribeResourcePolicies",
            "logs:DescribeLogGroups"),
        List.of("*"));
  }
}
