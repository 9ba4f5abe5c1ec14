/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.client;

import dev.plinth.aws.config.AssumedRole;
import dev.plinth.aws.config.AssumedRole.WebIdentity;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkClientException;

/** What environment variables say of credentials. */
record EnvironmentCredentials(Map<String, String> environment) {

  /** The keys themselves. */
  AwsCredentialsProvider keys() {
    return StaticCredentialsProvider.create(readKeys());
  }

  private AwsCredentials readKeys() {
    String access = demand("AWS_ACCESS_KEY_ID");
    String secret = demand("AWS_SECRET_ACCESS_KEY");
    return find("AWS_SESSION_TOKEN")
        .<AwsCredentials>map(token -> AwsSessionCredentials.create(access, secret, token))
        .orElseGet(() -> AwsBasicCredentials.create(access, secret));
  }

  /** A role that is assumed with the token of a web identity, as in a Kubernetes pod. */
  AssumedRole webIdentity() {
    WebIdentity identity =
        new WebIdentity(
            Optional.empty(), Optional.of(Path.of(demand("AWS_WEB_IDENTITY_TOKEN_FILE"))));
    return new AssumedRole(
        demand("AWS_ROLE_ARN"),
        find("AWS_ROLE_SESSION_NAME"),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        Map.of(),
        List.of(),
        Optional.of(identity));
  }

  private Optional<String> find(String name) {
    return Optional.ofNullable(environment.get(name)).map(String::strip).filter(v -> !v.isEmpty());
  }

  private String demand(String name) {
    return find(name).orElseThrow(() -> SdkClientException.create(name + " is not set"));
  }
}
