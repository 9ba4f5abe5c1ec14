/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.client;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkClientException;

/**
 * Looks for credentials in one place after the other, and stays with the first that has some. The
 * SDK has such a chain too; this one makes each link only when it comes to it, and says in plain
 * words where it has looked.
 */
final class CredentialsChain implements AwsCredentialsProvider {
  /** How the failure begins when there are none. */
  static final String NOT_FOUND = "Unable to load credentials";

  private final List<Link> links;
  private @Nullable AwsCredentialsProvider found;

  CredentialsChain(List<Link> links) {
    this.links = List.copyOf(links);
  }

  /**
   * A place to look in.
   *
   * @param place for the message that there are none
   */
  record Link(String place, Supplier<AwsCredentialsProvider> provider) {}

  @Override
  public synchronized AwsCredentials resolveCredentials() {
    return found == null ? find() : found.resolveCredentials();
  }

  private AwsCredentials find() {
    List<String> reasons = new ArrayList<>();
    for (Link link : links) {
      try {
        AwsCredentialsProvider provider = link.provider().get();
        AwsCredentials credentials = provider.resolveCredentials();
        found = provider;
        return credentials;
      } catch (SdkClientException e) {
        reasons.add(link.place() + ": " + e.getMessage());
      }
    }
    throw SdkClientException.create(NOT_FOUND + ". Looked in " + String.join("; ", reasons));
  }
}
