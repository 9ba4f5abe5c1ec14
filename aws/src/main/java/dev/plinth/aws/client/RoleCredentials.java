/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.client;

import dev.plinth.aws.config.AssumedRole;
import dev.plinth.aws.config.AssumedRole.WebIdentity;
import dev.plinth.engine.provider.ProviderException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.auth.StsAssumeRoleCredentialsProvider;
import software.amazon.awssdk.services.sts.auth.StsAssumeRoleWithWebIdentityCredentialsProvider;
import software.amazon.awssdk.services.sts.model.AssumeRoleRequest;
import software.amazon.awssdk.services.sts.model.AssumeRoleWithWebIdentityRequest;
import software.amazon.awssdk.services.sts.model.PolicyDescriptorType;
import software.amazon.awssdk.services.sts.model.Tag;

/** Sessions of an assumed role, renewed before they end. */
final class RoleCredentials {
  private static final String DEFAULT_SESSION = "plinth";

  private RoleCredentials() {}

  /**
   * The role's credentials.
   *
   * @param sts signs with the credentials that may assume the role; unsigned for a web identity
   */
  static AwsCredentialsProvider of(AssumedRole role, StsClient sts) {
    return role.webIdentity()
        .<AwsCredentialsProvider>map(identity -> withWebIdentity(role, identity, sts))
        .orElseGet(
            () ->
                StsAssumeRoleCredentialsProvider.builder()
                    .stsClient(sts)
                    .refreshRequest(request(role))
                    .build());
  }

  static AssumeRoleRequest request(AssumedRole role) {
    return AssumeRoleRequest.builder()
        .roleArn(role.roleArn())
        .roleSessionName(role.sessionName().orElse(DEFAULT_SESSION))
        .externalId(role.externalId().orElse(null))
        .durationSeconds(seconds(role))
        .policy(role.policy().orElse(null))
        .policyArns(policies(role))
        .sourceIdentity(role.sourceIdentity().orElse(null))
        .tags(
            role.tags().entrySet().stream()
                .map(tag -> Tag.builder().key(tag.getKey()).value(tag.getValue()).build())
                .toList())
        .transitiveTagKeys(role.transitiveTagKeys())
        .build();
  }

  private static AwsCredentialsProvider withWebIdentity(
      AssumedRole role, WebIdentity identity, StsClient sts) {
    return StsAssumeRoleWithWebIdentityCredentialsProvider.builder()
        .stsClient(sts)
        .refreshRequest(() -> request(role, identity))
        .build();
  }

  private static AssumeRoleWithWebIdentityRequest request(AssumedRole role, WebIdentity identity) {
    return AssumeRoleWithWebIdentityRequest.builder()
        .roleArn(role.roleArn())
        .roleSessionName(role.sessionName().orElse(DEFAULT_SESSION))
        .durationSeconds(seconds(role))
        .policy(role.policy().orElse(null))
        .policyArns(policies(role))
        .webIdentityToken(identity.token().orElseGet(() -> read(identity.file().orElseThrow())))
        .build();
  }

  private static String read(Path file) {
    try {
      return Files.readString(file).strip();
    } catch (IOException e) {
      throw new ProviderException(
          "The web identity token file " + file + " cannot be read: " + e.getMessage(),
          "Mend webIdentityTokenFile, or the file's permissions.",
          e);
    }
  }

  private static Integer seconds(AssumedRole role) {
    return (int) role.duration().orElse(Duration.ofHours(1)).toSeconds();
  }

  private static List<PolicyDescriptorType> policies(AssumedRole role) {
    return role.policyArns().stream()
        .map(arn -> PolicyDescriptorType.builder().arn(arn).build())
        .toList();
  }
}
