/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.cli;

import dev.plinth.aws.client.AwsClients;
import dev.plinth.aws.client.AwsService;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import software.amazon.awssdk.services.apigatewayv2.ApiGatewayV2Client;
import software.amazon.awssdk.services.applicationautoscaling.model.ServiceNamespace;
import software.amazon.awssdk.services.iam.model.PolicyScopeType;

/** What moto itself lists of the kinds of resources that examples make. */
final class MotoListing {
  /** The bus and the group of schedules that every account has. */
  private static final String DEFAULT = "default";

  private static final Map<String, Function<AwsClients, Stream<String>>> KINDS =
      Map.ofEntries(
          Map.entry(
              "function",
              aws ->
                  aws.lambda().listFunctionsPaginator().functions().stream()
                      .map(each -> each.functionName())),
          Map.entry(
              "layer",
              aws -> aws.lambda().listLayers().layers().stream().map(each -> each.layerName())),
          Map.entry(
              "event source mapping",
              aws ->
                  aws.lambda().listEventSourceMappings().eventSourceMappings().stream()
                      .map(each -> each.eventSourceArn() + " of " + each.functionArn())),
          Map.entry(
              "log group",
              aws ->
                  aws.logs().describeLogGroupsPaginator().logGroups().stream()
                      .map(each -> each.logGroupName())),
          Map.entry(
              "alarm",
              aws ->
                  aws.cloudWatch().describeAlarmsPaginator().metricAlarms().stream()
                      .map(each -> each.alarmName())),
          Map.entry(
              "dashboard",
              aws ->
                  aws.cloudWatch().listDashboards(all -> {}).dashboardEntries().stream()
                      .map(each -> each.dashboardName())),
          Map.entry("queue", aws -> aws.sqs().listQueues().queueUrls().stream()),
          Map.entry(
              "topic",
              aws -> aws.sns().listTopics().topics().stream().map(each -> each.topicArn())),
          Map.entry(
              "subscription",
              aws ->
                  aws.sns().listSubscriptions().subscriptions().stream()
                      .map(each -> each.topicArn() + " to " + each.endpoint())),
          Map.entry(
              "role", aws -> aws.iam().listRoles().roles().stream().map(each -> each.roleName())),
          Map.entry(
              "policy",
              aws ->
                  aws
                      .iam()
                      .listPolicies(all -> all.scope(PolicyScopeType.LOCAL))
                      .policies()
                      .stream()
                      .map(each -> each.policyName())),
          Map.entry(
              "event bus",
              aws ->
                  aws.events().listEventBuses(all -> {}).eventBuses().stream()
                      .map(each -> each.name())
                      .filter(name -> !name.equals(DEFAULT))),
          Map.entry(
              "event rule",
              aws ->
                  aws.events().listEventBuses(all -> {}).eventBuses().stream()
                      .flatMap(
                          bus ->
                              aws
                                  .events()
                                  .listRules(rules -> rules.eventBusName(bus.name()))
                                  .rules()
                                  .stream()
                                  .map(each -> bus.name() + "/" + each.name()))),
          Map.entry(
              "schedule group",
              aws ->
                  aws
                      .of(AwsService.SCHEDULER)
                      .listScheduleGroups(all -> {})
                      .scheduleGroups()
                      .stream()
                      .map(each -> each.name())
                      .filter(name -> !name.equals(DEFAULT))),
          Map.entry(
              "schedule",
              aws ->
                  aws.of(AwsService.SCHEDULER).listSchedules(all -> {}).schedules().stream()
                      .map(each -> each.groupName() + "/" + each.name())),
          Map.entry(
              "state machine",
              aws ->
                  aws.of(AwsService.STEP_FUNCTIONS).listStateMachines().stateMachines().stream()
                      .map(each -> each.name())),
          Map.entry(
              "API",
              aws ->
                  aws.of(AwsService.API_GATEWAY_V2).getApis(all -> {}).items().stream()
                      .map(each -> each.name())),
          Map.entry(
              "API route",
              ofApis(
                  (gateway, api) ->
                      gateway.getRoutes(all -> all.apiId(api)).items().stream()
                          .map(each -> each.routeKey()))),
          Map.entry(
              "API integration",
              ofApis(
                  (gateway, api) ->
                      gateway.getIntegrations(all -> all.apiId(api)).items().stream()
                          .map(each -> each.integrationUri()))),
          Map.entry(
              "API authorizer",
              ofApis(
                  (gateway, api) ->
                      gateway.getAuthorizers(all -> all.apiId(api)).items().stream()
                          .map(each -> each.name()))),
          Map.entry(
              "scalable target",
              aws ->
                  aws
                      .of(AwsService.APPLICATION_AUTO_SCALING)
                      .describeScalableTargets(all -> all.serviceNamespace(ServiceNamespace.LAMBDA))
                      .scalableTargets()
                      .stream()
                      .map(each -> each.resourceId())));

  private MotoListing() {}

  /** What each API has of a kind, named with the API. */
  private static Function<AwsClients, Stream<String>> ofApis(
      BiFunction<ApiGatewayV2Client, String, Stream<String>> parts) {
    return aws -> {
      ApiGatewayV2Client gateway = aws.of(AwsService.API_GATEWAY_V2);
      return gateway.getApis(all -> {}).items().stream()
          .flatMap(
              api -> parts.apply(gateway, api.apiId()).map(part -> part + " of " + api.name()));
    };
  }

  /** How many there are of each kind and name, sorted: two of one name are two. */
  static List<String> of(AwsClients aws) {
    return new TreeMap<>(KINDS)
        .entrySet().stream()
            .flatMap(kind -> kind.getValue().apply(aws).map(name -> kind.getKey() + " " + name))
            .sorted()
            .toList();
  }
}
