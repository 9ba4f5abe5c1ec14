/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.cli.stack;

import dev.plinth.proto.shared.CloudResourceMetadata;
import java.util.Map;
import java.util.Optional;

/**
 * What a stack was deployed from. A stack of several manifests has no org and no name, and an env
 * when all of them have the same.
 *
 * @param kind the manifest's kind
 * @param name the manifest's {@code metadata.name}
 */
public record StackTags(String kind, String org, String env, String name) {
  private static final String PREFIX = "plinth:";
  private static final String ACCOUNT = PREFIX + "account";

  static StackTags of(String kind, CloudResourceMetadata metadata) {
    return new StackTags(kind, metadata.getOrg(), metadata.getEnv(), metadata.getName());
  }

  static StackTags ofSeveral(String kind, String env) {
    return new StackTags(kind, "", env, "");
  }

  /** Reads a stack's tags; empty when Plinth did not make them. */
  static Optional<StackTags> read(Map<String, String> tags) {
    return Optional.ofNullable(tags.get(PREFIX + "kind"))
        .map(
            kind ->
                new StackTags(
                    kind,
                    tags.getOrDefault(PREFIX + "org", ""),
                    tags.getOrDefault(PREFIX + "env", ""),
                    tags.getOrDefault(PREFIX + "name", "")));
  }

  /** Where a stack is, if its tags say so. */
  public static Optional<AccountKind> account(Map<String, String> tags) {
    String word = tags.getOrDefault(ACCOUNT, "");
    for (AccountKind kind : AccountKind.values()) {
      if (kind.word().equals(word)) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }

  /** The tags of a stack that no manifest was deployed to. */
  public static Map<String, String> ofAccount(AccountKind account) {
    return Map.of(ACCOUNT, account.word());
  }

  /** As the store keeps them. */
  public Map<String, String> toMap(AccountKind account) {
    return Map.of(
        PREFIX + "kind",
        kind,
        PREFIX + "org",
        org,
        PREFIX + "env",
        env,
        PREFIX + "name",
        name,
        ACCOUNT,
        account.word());
  }

  boolean isOfSeveral() {
    return name.isEmpty();
  }

  /** For messages: {@code AwsLambda orders in env dev}. */
  @Override
  public String toString() {
    if (isOfSeveral()) {
      return "several manifests of kind " + kind;
    }
    return kind
        + " "
        + name
        + (env.isEmpty() ? "" : " in env " + env)
        + (org.isEmpty() ? "" : " of org " + org);
  }
}
