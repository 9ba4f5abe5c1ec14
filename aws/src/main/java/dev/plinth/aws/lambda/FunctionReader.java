/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.lambda;

import dev.plinth.aws.call.AwsFailure;
import dev.plinth.aws.call.Operation;
import dev.plinth.aws.resource.AwsSession;
import dev.plinth.aws.resource.Prior;
import dev.plinth.engine.value.PropertyMap;
import dev.plinth.engine.value.PropertyValue;
import java.util.Optional;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.GetFunctionCodeSigningConfigRequest;
import software.amazon.awssdk.services.lambda.model.GetFunctionRequest;
import software.amazon.awssdk.services.lambda.model.GetFunctionResponse;
import software.amazon.awssdk.services.lambda.model.ListVersionsByFunctionRequest;
import software.amazon.awssdk.services.lambda.model.ListVersionsByFunctionResponse;

/**
 * Reads functions with the fewest calls: versions and code signing share a small quota, and are
 * asked for only where they can say something new.
 */
final class FunctionReader {
  static final String LATEST = "$LATEST";

  private final AwsSession session;

  FunctionReader(AwsSession session) {
    this.session = session;
  }

  /** Everything about a function, for refresh and import. */
  Optional<PropertyMap> read(Operation operation, String name, Prior prior) {
    boolean isImport = prior.inputs().isEmpty();
    return find(operation, name)
        .map(
            found -> {
              boolean versioned = isImport || prior.saidTrue("publish");
              String version = versioned ? newestVersion(operation, name) : LATEST;
              Optional<String> signing = signing(operation, name, found);
              return outputs(found, prior, version, signing);
            });
  }

  /**
   * A function that we just wrote.
   *
   * @param seen the function, if it was seen after the last change
   * @param version the version that was published last, or {@code $LATEST}
   */
  PropertyMap readBack(
      Operation operation,
      String name,
      Prior prior,
      Optional<GetFunctionResponse> seen,
      String version) {
    GetFunctionResponse found =
        seen.or(() -> find(operation, name)).orElseThrow(operation::disappeared);
    return outputs(found, prior, version, prior.inputs().text("codeSigningConfigArn"));
  }

  Optional<GetFunctionResponse> find(Operation operation, String name) {
    GetFunctionRequest request = GetFunctionRequest.builder().functionName(name).build();
    try {
      return Optional.of(operation.call("GetFunction", () -> lambda().getFunction(request)));
    } catch (AwsFailure failure) {
      if (failure.isNotFound()) {
        return Optional.empty();
      }
      throw failure;
    }
  }

  /** The version that was published last, or {@code $LATEST} when none was. */
  String newestVersion(Operation operation, String name) {
    String newest = LATEST;
    Optional<String> marker = Optional.empty();
    do {
      ListVersionsByFunctionRequest request =
          ListVersionsByFunctionRequest.builder()
              .functionName(name)
              .marker(marker.orElse(null))
              .build();
      ListVersionsByFunctionResponse page =
          operation.call("ListVersionsByFunction", () -> lambda().listVersionsByFunction(request));
      if (!page.versions().isEmpty()) {
        newest = page.versions().get(page.versions().size() - 1).version();
      }
      marker = Optional.ofNullable(page.nextMarker()).filter(next -> !next.isEmpty());
    } while (marker.isPresent());
    return newest;
  }

  /** The code signing configuration; images and other partitions have none. */
  private Optional<String> signing(Operation operation, String name, GetFunctionResponse found) {
    boolean image = "Image".equals(found.configuration().packageTypeAsString());
    if (image || !found.configuration().functionArn().startsWith("arn:aws:")) {
      return Optional.empty();
    }
    GetFunctionCodeSigningConfigRequest request =
        GetFunctionCodeSigningConfigRequest.builder().functionName(name).build();
    return Optional.ofNullable(
            operation
                .call(
                    "GetFunctionCodeSigningConfig",
                    () -> lambda().getFunctionCodeSigningConfig(request))
                .codeSigningConfigArn())
        .filter(arn -> !arn.isEmpty());
  }

  private PropertyMap outputs(
      GetFunctionResponse found, Prior prior, String version, Optional<String> signing) {
    PropertyMap outputs =
        new FunctionOutputs(session.clients().region(), session.tags()).of(found, prior, version);
    return signing
        .map(arn -> outputs.with("codeSigningConfigArn", PropertyValue.of(arn)))
        .orElse(outputs);
  }

  private LambdaClient lambda() {
    return session.clients().lambda();
  }
}
