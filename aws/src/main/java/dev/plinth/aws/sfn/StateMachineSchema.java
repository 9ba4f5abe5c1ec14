/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.sfn;

import static dev.plinth.aws.schema.Property.bool;
import static dev.plinth.aws.schema.Property.integer;
import static dev.plinth.aws.schema.Property.json;
import static dev.plinth.aws.schema.Property.object;
import static dev.plinth.aws.schema.Property.string;
import static dev.plinth.aws.schema.Property.stringMap;

import dev.plinth.aws.resource.PrefixedName;
import dev.plinth.aws.schema.Autoname;
import dev.plinth.aws.schema.Constraints;
import dev.plinth.aws.schema.Findings;
import dev.plinth.aws.schema.ResourceSchema;
import dev.plinth.aws.schema.Shape;
import dev.plinth.aws.schema.Trait;
import dev.plinth.aws.schema.ValueRules;
import dev.plinth.engine.value.PropertyMap;
import java.util.List;
import java.util.Set;

/**
 * The properties of state machines; limits as the Step Functions API reference states them for
 * CreateStateMachine.
 */
final class StateMachineSchema {
  static final String PUBLISH = "publish";

  private static final int LONGEST_NAME = 80;
  private static final int LONGEST_DEFINITION = 1_048_576;
  private static final String NAME_OTHERS = "_-";
  private static final String OWN_KEY = "CUSTOMER_MANAGED_KMS_KEY";
  private static final Set<String> TAGGING =
      Set.of(ResourceSchema.TAGS, ResourceSchema.TAGS_ALL, "namePrefix");

  static final ResourceSchema SCHEMA =
      new ResourceSchema(
          "aws:sfn/stateMachine:StateMachine",
          "Step Functions state machine",
          Shape.of(
                  string("name", Trait.REPLACES, Trait.COMPUTED)
                      .where(ValueRules.maxLength(LONGEST_NAME))
                      .where(ValueRules.letters(NAME_OTHERS)),
                  string("namePrefix", Trait.REPLACES, Trait.UNREADABLE)
                      .where(ValueRules.maxLength(LONGEST_NAME - PrefixedName.SUFFIX_LENGTH))
                      .where(ValueRules.letters(NAME_OTHERS)),
                  string("type", Trait.REPLACES)
                      .defaultsTo("STANDARD")
                      .where(ValueRules.oneOf("STANDARD", "EXPRESS")),
                  json("definition", Trait.REQUIRED)
                      .where(ValueRules.maxLength(LONGEST_DEFINITION)),
                  string("roleArn", Trait.REQUIRED).where(ValueRules.arn("iam")),
                  object("loggingConfiguration", logging(), Trait.COMPUTED),
                  object("tracingConfiguration", Shape.of(bool("enabled")), Trait.COMPUTED),
                  object("encryptionConfiguration", encryption(), Trait.COMPUTED),
                  bool(PUBLISH, Trait.UNREADABLE).defaultsTo(false),
                  stringMap(ResourceSchema.TAGS),
                  string("arn", Trait.OUTPUT).called("StateMachineArn"),
                  string("creationDate", Trait.OUTPUT),
                  string("description", Trait.OUTPUT),
                  string("revisionId", Trait.OUTPUT),
                  string("stateMachineVersionArn", Trait.OUTPUT),
                  string("status", Trait.OUTPUT),
                  string("versionDescription", Trait.OUTPUT),
                  stringMap(ResourceSchema.TAGS_ALL, Trait.OUTPUT))
              .demanding(Constraints.atMostOneOf("name", "namePrefix")),
          new Autoname("name", LONGEST_NAME, "namePrefix"),
          List.of("name"));

  private StateMachineSchema() {}

  /** Whether changes ask for a new revision. */
  static boolean isRevised(Set<String> changed) {
    return !TAGGING.containsAll(changed);
  }

  private static Shape logging() {
    return Shape.of(
            string("level", Trait.COMPUTED).where(ValueRules.oneOf("ALL", "ERROR", "FATAL", "OFF")),
            bool("includeExecutionData"),
            string("logDestination")
                .called("Destinations.CloudWatchLogsLogGroup.LogGroupArn")
                .where(ValueRules.arn("logs"))
                .where(ValueRules.endsWith(":*")))
        .demanding(StateMachineSchema::checkLogging);
  }

  private static void checkLogging(PropertyMap logging, String path, Findings findings) {
    boolean on = logging.text("level").filter(level -> !level.equals("OFF")).isPresent();
    if (on && !logging.has("logDestination")) {
      findings.add(
          path + ".logDestination",
          "It is needed at any level but OFF: give the ARN of a log group, ending with \":*\".");
    }
  }

  private static Shape encryption() {
    return Shape.of(
            string("type", Trait.COMPUTED).where(ValueRules.oneOf("AWS_OWNED_KEY", OWN_KEY)),
            string("kmsKeyId").where(ValueRules.maxLength(2048)),
            integer("kmsDataKeyReusePeriodSeconds", Trait.COMPUTED)
                .where(ValueRules.range(60, 900)))
        .demanding(StateMachineSchema::checkKey);
  }

  private static void checkKey(PropertyMap encryption, String path, Findings findings) {
    boolean own = encryption.text("type").filter(OWN_KEY::equals).isPresent();
    if (own && !encryption.has("kmsKeyId")) {
      findings.add(path + ".kmsKeyId", "It is needed with type " + OWN_KEY + ".");
    }
    if (encryption.isKnown("type") && !own && encryption.has("kmsKeyId")) {
      findings.add(path + ".type", "It must be " + OWN_KEY + " for a key of your own.");
    }
  }
}
