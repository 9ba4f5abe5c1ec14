/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.programs.awslambda;

import com.pulumi.aws.Provider;
import com.pulumi.aws.ProviderArgs;
import com.pulumi.aws.inputs.ProviderAssumeRoleArgs;
import com.pulumi.aws.inputs.ProviderDefaultTagsArgs;
import com.pulumi.core.Output;
import dev.plinth.proto.aws.AssumeRole;
import dev.plinth.proto.aws.AwsProviderConfig;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The explicit AWS providers of one stack, one for each region that a stack input names.
 *
 * <p>Without a provider_config there is none: the resources then use the default provider, and with
 * it the ambient credentials and region.
 */
public final class AwsProviders {
  private final Map<String, Provider> byName = new HashMap<>();

  /** None so far. */
  public AwsProviders() {}

  /** The provider for a configuration, made on first use; empty for the ambient one. */
  public Optional<Provider> forConfig(AwsProviderConfig config) {
    if (isAmbient(config)) {
      return Optional.empty();
    }
    return Optional.of(byName.computeIfAbsent(nameOf(config), name -> create(name, config)));
  }

  /** Whether nothing is configured, so that the default provider does. */
  static boolean isAmbient(AwsProviderConfig config) {
    return config.equals(AwsProviderConfig.getDefaultInstance());
  }

  /**
   * The logical name of a configuration's provider.
   *
   * <p>It holds the region because another region means other resources: a new provider makes the
   * engine replace them, where the old one would be sent to look for them in the wrong place. It
   * holds nothing else, so that keys can be rotated, and an account id added, without replacing
   * anything.
   */
  static String nameOf(AwsProviderConfig config) {
    return config.getRegion().isEmpty() ? "aws" : "aws-" + config.getRegion();
  }

  private static Provider create(String name, AwsProviderConfig config) {
    ProviderArgs.Builder args = ProviderArgs.builder();
    given(config.getRegion()).ifPresent(args::region);
    given(config.getAccountId()).ifPresent(id -> args.allowedAccountIds(List.of(id)));
    given(config.getAccessKeyId()).map(Output::ofSecret).ifPresent(args::accessKey);
    given(config.getSecretAccessKey()).map(Output::ofSecret).ifPresent(args::secretKey);
    given(config.getSessionToken()).map(Output::ofSecret).ifPresent(args::token);
    if (config.getDefaultTagsCount() > 0) {
      args.defaultTags(ProviderDefaultTagsArgs.builder().tags(config.getDefaultTagsMap()).build());
    }
    if (config.hasAssumeRole()) {
      args.assumeRole(session(config.getAssumeRole()));
    }
    return new Provider(name, args.build());
  }

  private static ProviderAssumeRoleArgs session(AssumeRole role) {
    ProviderAssumeRoleArgs.Builder args =
        ProviderAssumeRoleArgs.builder().roleArn(role.getRoleArn());
    given(role.getSessionName()).ifPresent(args::sessionName);
    given(role.getExternalId()).ifPresent(args::externalId);
    if (role.getSessionTagsCount() > 0) {
      args.tags(role.getSessionTagsMap());
    }
    return args.build();
  }

  private static Optional<String> given(String value) {
    return Optional.of(value).filter(text -> !text.isEmpty());
  }
}
