/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.sns;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.List;

/**
 * The policy that SNS gives a new topic: its owner's account may use it.
 *
 * @see <a href="https://docs.aws.amazon.com/sns/latest/dg/sns-access-policy-use-cases.html">Amazon
 *     SNS access control cases</a>
 */
final class DefaultTopicPolicy {
  private DefaultTopicPolicy() {}

  static String of(String topicArn, String owner) {
    JsonArray actions = new JsonArray();
    for (String action :
        List.of(
            "GetTopicAttributes",
            "SetTopicAttributes",
            "AddPermission",
            "RemovePermission",
            "DeleteTopic",
            "Subscribe",
            "ListSubscriptionsByTopic",
            "Publish")) {
      actions.add("SNS:" + action);
    }
    JsonObject statement = new JsonObject();
    statement.addProperty("Sid", "__default_statement_ID");
    statement.addProperty("Effect", "Allow");
    statement.add("Principal", object("AWS", new JsonPrimitive("*")));
    statement.add("Action", actions);
    statement.addProperty("Resource", topicArn);
    statement.add(
        "Condition", object("StringEquals", object("AWS:SourceOwner", new JsonPrimitive(owner))));
    JsonArray statements = new JsonArray();
    statements.add(statement);
    JsonObject policy = new JsonObject();
    policy.addProperty("Version", "2008-10-17");
    policy.addProperty("Id", "__default_policy_ID");
    policy.add("Statement", statements);
    return policy.toString();
  }

  private static JsonObject object(String name, JsonElement value) {
    JsonObject object = new JsonObject();
    object.add(name, value);
    return object;
  }
}
