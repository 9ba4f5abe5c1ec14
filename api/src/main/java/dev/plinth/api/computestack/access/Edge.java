/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.api.computestack.access;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One thing that a role may do, as the wiring of the stack demands it. Resources are named as they
 * are in AWS; edges of one sort are gathered, so that a policy has one statement for each.
 */
public sealed interface Edge {

  /** What allows it. */
  List<Statement> statements(Identity identity);

  /** The service that it calls over the network, by its name in ARNs; empty when Lambda does it. */
  default Optional<String> calls() {
    return Optional.empty();
  }

  /** Writes its own log. */
  record WriteLogs(String group) implements Edge {
    @Override
    public List<Statement> statements(Identity identity) {
      String streams = identity.arn("logs", "log-group:" + group + ":*");
      return one("WriteOwnLog", List.of("logs:CreateLogStream", "logs:PutLogEvents"), streams);
    }
  }

  /** Sends traces to X-Ray, which has no resources to name. */
  record Trace() implements Edge {
    @Override
    public List<Statement> statements(Identity identity) {
      return one(
          "TraceXRayHasNoResources",
          List.of("xray:PutTraceSegments", "xray:PutTelemetryRecords"),
          "*");
    }
  }

  /** Sends traces of a state machine, and asks which runs to trace; Lambda does that by itself. */
  record TraceRuns() implements Edge {
    @Override
    public List<Statement> statements(Identity identity) {
      return one(
          "TraceXRayHasNoResources",
          List.of(
              "xray:PutTraceSegments",
              "xray:PutTelemetryRecords",
              "xray:GetSamplingRules",
              "xray:GetSamplingTargets"),
          "*");
    }
  }

  /**
   * Has network interfaces. EC2 knows no resource for looking at them; those that Lambda makes and
   * removes have no ARN before, so AWS's own AWSLambdaVPCAccessExecutionRole names none either.
   */
  record NetworkInterfaces() implements Edge {
    @Override
    public List<Statement> statements(Identity identity) {
      return Stream.of(
              one(
                  "LookAtVpcEc2HasNoResources",
                  List.of("ec2:DescribeNetworkInterfaces", "ec2:DescribeSubnets"),
                  "*"),
              one(
                  "InterfacesMadeLaterHaveNoArnYet",
                  List.of(
                      "ec2:CreateNetworkInterface",
                      "ec2:DeleteNetworkInterface",
                      "ec2:AssignPrivateIpAddresses",
                      "ec2:UnassignPrivateIpAddresses"),
                  "*"))
          .flatMap(List::stream)
          .toList();
    }
  }

  /** Sends to queues. */
  record SendMessages(List<String> queues) implements Edge {
    @Override
    public List<Statement> statements(Identity identity) {
      return all("SendToQueues", List.of("sqs:SendMessage"), queueArns(identity, queues));
    }

    @Override
    public Optional<String> calls() {
      return Optional.of("sqs");
    }
  }

  /** Delivers what failed to a dead-letter queue; Lambda does it, with the function's role. */
  record DeliverFailures(String queue) implements Edge {
    @Override
    public List<Statement> statements(Identity identity) {
      return one("DeliverFailures", List.of("sqs:SendMessage"), identity.arn("sqs", queue));
    }
  }

  /** Is invoked with the messages of queues; Lambda polls them with the function's role. */
  record ConsumeMessages(List<String> queues) implements Edge {
    @Override
    public List<Statement> statements(Identity identity) {
      return all(
          "ConsumeQueues",
          List.of("sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueAttributes"),
          queueArns(identity, queues));
    }
  }

  /** Is invoked with the records of streams; Lambda reads them with the function's role. */
  record ReadStreams(List<String> arns) implements Edge {
    @Override
    public List<Statement> statements(Identity identity) {
      List<String> kinesis = arns.stream().filter(arn -> arn.contains(":kinesis:")).toList();
      List<String> dynamodb = arns.stream().filter(arn -> !arn.contains(":kinesis:")).toList();
      return Stream.of(
              all(
                  "ReadKinesis",
                  List.of(
                      "kinesis:DescribeStream",
                      "kinesis:DescribeStreamSummary",
                      "kinesis:GetRecords",
                      "kinesis:GetShardIterator",
                      "kinesis:ListShards"),
                  kinesis),
              all(
                  "ReadDynamoDb",
                  List.of(
                      "dynamodb:DescribeStream",
                      "dynamodb:GetRecords",
                      "dynamodb:GetShardIterator"),
                  dynamodb))
          .flatMap(List::stream)
          .toList();
    }
  }

  /** Publishes to topics. */
  record Publish(List<String> topics) implements Edge {
    @Override
    public List<Statement> statements(Identity identity) {
      return all(
          "Publish",
          List.of("sns:Publish"),
          topics.stream().map(topic -> identity.arn("sns", topic)).toList());
    }

    @Override
    public Optional<String> calls() {
      return Optional.of("sns");
    }
  }

  /** Puts events on a bus. */
  record PutEvents(String bus) implements Edge {
    @Override
    public List<Statement> statements(Identity identity) {
      return one(
          "PutEvents", List.of("events:PutEvents"), identity.arn("events", "event-bus/" + bus));
    }

    @Override
    public Optional<String> calls() {
      return Optional.of("events");
    }
  }

  /** Starts a state machine. */
  record StartExecution(String machine) implements Edge {
    @Override
    public List<Statement> statements(Identity identity) {
      return one(
          "StartExecution",
          List.of("states:StartExecution"),
          identity.arn("states", "stateMachine:" + machine));
    }

    @Override
    public Optional<String> calls() {
      return Optional.of("states");
    }
  }

  /** Invokes functions, all versions included, for an alias is one more resource. */
  record Invoke(List<String> functions) implements Edge {
    @Override
    public List<Statement> statements(Identity identity) {
      return all(
          "Invoke",
          List.of("lambda:InvokeFunction"),
          functions.stream().map(name -> identity.arn("lambda", "function:" + name)).toList());
    }
  }

  /**
   * Reads objects.
   *
   * @param patterns bucket, slash, beginning of the keys
   */
  record ReadObjects(List<String> patterns) implements Edge {
    @Override
    public List<Statement> statements(Identity identity) {
      return all(
          "ReadObjects",
          List.of("s3:GetObject", "s3:GetObjectVersion"),
          objectArns(identity, patterns));
    }

    @Override
    public Optional<String> calls() {
      return Optional.of("s3");
    }
  }

  /**
   * Writes objects.
   *
   * @param patterns bucket, slash, beginning of the keys
   */
  record WriteObjects(List<String> patterns) implements Edge {
    @Override
    public List<Statement> statements(Identity identity) {
      return all(
          "WriteObjects",
          List.of("s3:PutObject", "s3:AbortMultipartUpload"),
          objectArns(identity, patterns));
    }

    @Override
    public Optional<String> calls() {
      return Optional.of("s3");
    }
  }

  /** Reads secrets. */
  record ReadSecrets(List<String> arns) implements Edge {
    @Override
    public List<Statement> statements(Identity identity) {
      return all("ReadSecrets", List.of("secretsmanager:GetSecretValue"), arns);
    }

    @Override
    public Optional<String> calls() {
      return Optional.of("secretsmanager");
    }
  }

  /**
   * Uses the key that encrypts the queues, topics and environments of the stack.
   *
   * @param writes whether it encrypts as well as decrypts
   */
  record UseKey(String arn, boolean writes) implements Edge {
    @Override
    public List<Statement> statements(Identity identity) {
      if (!arn.contains(":alias/")) {
        return one("UseKey", UseKeys.actions(writes), arn);
      }
      // An alias is no resource of these actions: a condition says which key is meant.
      String alias = arn.substring(arn.indexOf(":alias/") + 1);
      return List.of(
          new Statement(
              "UseKeyOfAlias",
              Map.of(),
              UseKeys.actions(writes),
              List.of(identity.arn("kms", "key/*")),
              Map.of("ForAnyValue:StringEquals", Map.of("kms:ResourceAliases", alias))));
    }
  }

  /**
   * Uses the keys of what others have encrypted.
   *
   * @param writes whether it encrypts as well as decrypts
   */
  record UseKeys(List<String> arns, boolean writes) implements Edge {
    @Override
    public List<Statement> statements(Identity identity) {
      return all("UseKeys", actions(writes), arns);
    }

    private static List<String> actions(boolean writes) {
      return writes ? List.of("kms:Decrypt", "kms:GenerateDataKey") : List.of("kms:Decrypt");
    }
  }

  private static List<Statement> one(String sid, List<String> actions, String resource) {
    return List.of(Statement.allow(sid, actions, List.of(resource)));
  }

  private static List<Statement> all(String sid, List<String> actions, List<String> resources) {
    return resources.isEmpty() ? List.of() : List.of(Statement.allow(sid, actions, resources));
  }

  private static List<String> queueArns(Identity identity, List<String> queues) {
    return queues.stream().map(queue -> identity.arn("sqs", queue)).toList();
  }

  private static List<String> objectArns(Identity identity, List<String> patterns) {
    return patterns.stream().map(pattern -> identity.bucketArn(pattern) + "*").toList();
  }
}
