/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.local.lambda;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.plinth.local.account.AccountContext;
import dev.plinth.local.account.Constraints;
import dev.plinth.local.account.RequestId;
import dev.plinth.local.store.Shelf;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.lambda.model.AddPermissionRequest;
import software.amazon.awssdk.services.lambda.model.AddPermissionResponse;
import software.amazon.awssdk.services.lambda.model.GetPolicyRequest;
import software.amazon.awssdk.services.lambda.model.GetPolicyResponse;
import software.amazon.awssdk.services.lambda.model.RemovePermissionRequest;

/**
 * The policies of functions, and of their versions and aliases, each of which has its own.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/lambda/latest/dg/access-control-resource-based.html">Resource-based
 *     policies</a>
 */
final class Permissions implements FunctionDependent {
  private static final int MOST_BYTES = 20_480;
  private static final String REVISION = "RevisionId";
  private static final String STATEMENTS = "Statement";

  private final AccountContext account;
  private final Functions functions;
  private final Shelf shelf;

  Permissions(Functions functions, Shelf shelf) {
    this.account = functions.account();
    this.functions = functions;
    this.shelf = shelf;
  }

  AddPermissionResponse add(AddPermissionRequest request) {
    PolicyStatement.check(request);
    FunctionName name = FunctionName.of(account, request.functionName(), request.qualifier());
    JsonObject statement = PolicyStatement.of(request, name.qualifiedArn(account));
    functions.changing(
        () -> {
          requireTarget(name);
          JsonObject policy = find(name).orElseGet(Permissions::empty);
          requireRevision(policy, request.revisionId());
          if (index(policy, request.statementId()) >= 0) {
            throw LambdaFault.conflict(
                "The statement id ("
                    + request.statementId()
                    + ") provided already exists. Please provide a new statement id, or remove the"
                    + " existing statement.");
          }
          policy.getAsJsonArray(STATEMENTS).add(statement);
          write(name, policy);
          return policy;
        });
    return AddPermissionResponse.builder().statement(statement.toString()).build();
  }

  GetPolicyResponse policy(GetPolicyRequest request) {
    FunctionName name = FunctionName.of(account, request.functionName(), request.qualifier());
    requireTarget(name);
    JsonObject stored =
        find(name)
            .orElseThrow(() -> LambdaFault.notFound("The resource you requested does not exist."));
    return GetPolicyResponse.builder()
        .policy(document(stored).toString())
        .revisionId(stored.get(REVISION).getAsString())
        .build();
  }

  void remove(RemovePermissionRequest request) {
    LambdaFault.throwIfAny(new Constraints().required(request.statementId(), "statementId"));
    FunctionName name = FunctionName.of(account, request.functionName(), request.qualifier());
    functions.changing(
        () -> {
          requireTarget(name);
          JsonObject policy = find(name).orElseGet(Permissions::empty);
          requireRevision(policy, request.revisionId());
          int index = index(policy, request.statementId());
          if (index < 0) {
            throw LambdaFault.notFound("Statement " + request.statementId() + " is not found.");
          }
          policy.getAsJsonArray(STATEMENTS).remove(index);
          write(name, policy);
          return policy;
        });
  }

  @Override
  public void functionDeleted(String function) {
    shelf.delete(function);
    shelf.names("", function + ":").forEach(shelf::delete);
  }

  @Override
  public void qualifierDeleted(String function, String qualifier) {
    shelf.delete(function + ":" + qualifier);
  }

  private void requireTarget(FunctionName name) {
    functions.requireQualified(name);
  }

  private static void requireRevision(JsonObject policy, @Nullable String revision) {
    if (revision != null && !revision.equals(policy.get(REVISION).getAsString())) {
      throw LambdaFault.staleRevision();
    }
  }

  private Optional<JsonObject> find(FunctionName name) {
    return shelf.read(name.key());
  }

  private void write(FunctionName name, JsonObject policy) {
    if (policy.getAsJsonArray(STATEMENTS).isEmpty()) {
      shelf.delete(name.key());
      return;
    }
    int size = document(policy).toString().getBytes(StandardCharsets.UTF_8).length;
    if (size > MOST_BYTES) {
      throw LambdaFault.policyTooLong(size, MOST_BYTES);
    }
    policy.addProperty(REVISION, RequestId.next());
    shelf.write(name.key(), policy);
  }

  private static JsonObject empty() {
    JsonObject policy = new JsonObject();
    policy.addProperty(REVISION, RequestId.next());
    policy.add(STATEMENTS, new JsonArray());
    return policy;
  }

  private static JsonObject document(JsonObject stored) {
    JsonObject document = new JsonObject();
    document.addProperty("Version", "2012-10-17");
    document.addProperty("Id", "default");
    document.add(STATEMENTS, stored.get(STATEMENTS));
    return document;
  }

  private static int index(JsonObject policy, String statementId) {
    JsonArray statements = policy.getAsJsonArray(STATEMENTS);
    for (int i = 0; i < statements.size(); i++) {
      if (statements.get(i).getAsJsonObject().get("Sid").getAsString().equals(statementId)) {
        return i;
      }
    }
    return -1;
  }
}
