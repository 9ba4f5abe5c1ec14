/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.local.lambda;

import dev.plinth.local.account.AccountContext;
import dev.plinth.local.account.RequestId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.lambda.model.FunctionConfiguration;
import software.amazon.awssdk.services.lambda.model.ListVersionsByFunctionRequest;
import software.amazon.awssdk.services.lambda.model.ListVersionsByFunctionResponse;
import software.amazon.awssdk.services.lambda.model.PublishVersionRequest;

/** Published versions: a number and a copy of {@code $LATEST} that never changes. */
final class Versions {
  private final AccountContext account;
  private final Functions functions;
  private final FunctionView view;

  Versions(Functions functions, FunctionView view) {
    this.account = functions.account();
    this.functions = functions;
    this.view = view;
  }

  FunctionConfiguration publish(PublishVersionRequest request) {
    NotImplemented.check("PublishTo", request.publishToAsString());
    FunctionName name = FunctionName.of(account, request.functionName());
    StoredFunction published =
        functions.change(
            name,
            function -> {
              functions.requireIdle(function);
              requireUnchanged(function.latest().configuration(), request);
              return publish(function, request.description());
            });
    Revision newest = published.versions().get(published.versions().size() - 1);
    return view.read(newest, true);
  }

  /**
   * Adds a version, unless the newest one already has the same code and configuration. The version
   * settles when what it was made from does.
   *
   * @param description in place of the function's own, or null
   */
  StoredFunction publish(StoredFunction function, @Nullable String description) {
    Revision latest = function.latest();
    String fingerprint = latest.fingerprint();
    List<Revision> versions = new ArrayList<>(function.versions());
    if (!versions.isEmpty()
        && versions.get(versions.size() - 1).publishedFrom().equals(Optional.of(fingerprint))) {
      return function;
    }
    int number = function.lastVersion() + 1;
    FunctionConfiguration.Builder copy =
        latest.configuration().toBuilder()
            .version(Integer.toString(number))
            .revisionId(RequestId.next());
    if (description != null) {
      copy.description(description);
    }
    versions.add(
        new Revision(
            copy.build(),
            latest.code(),
            latest.zip(),
            new Settling(Settling.Kind.CREATING, latest.settling().at()),
            Optional.of(fingerprint)));
    return function.withVersions(versions, number);
  }

  ListVersionsByFunctionResponse list(ListVersionsByFunctionRequest request) {
    FunctionName name = FunctionName.of(account, request.functionName());
    Page page = Page.of(request.marker(), request.maxItems());
    List<FunctionConfiguration> all =
        functions.require(name).revisions().stream().map(each -> view.listed(each, true)).toList();
    int from = Math.min(page.index(), all.size());
    int to = Math.min(from + page.size(), all.size());
    return ListVersionsByFunctionResponse.builder()
        .versions(all.subList(from, to))
        .nextMarker(to < all.size() ? Page.marker(name.name(), to) : null)
        .build();
  }

  private static void requireUnchanged(
      FunctionConfiguration latest, PublishVersionRequest request) {
    if (request.revisionId() != null && !request.revisionId().equals(latest.revisionId())) {
      throw LambdaFault.staleRevision();
    }
    if (request.codeSha256() != null && !request.codeSha256().equals(latest.codeSha256())) {
      throw LambdaFault.invalidParameter(
          "CodeSHA256 ("
              + request.codeSha256()
              + ") is different from current CodeSHA256 in $LATEST ("
              + latest.codeSha256()
              + "). Please try again with the CodeSHA256 in $LATEST.");
    }
  }
}
