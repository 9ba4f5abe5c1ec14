/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.call;

import dev.plinth.engine.provider.ProviderException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A call that AWS refused, or that got no answer. */
public final class AwsFailure extends ProviderException {
  /** How services say that what was asked for does not exist. */
  private static final List<String> NOT_FOUND =
      List.of(
          "ResourceNotFoundException",
          "ResourceNotFound",
          "NotFoundException",
          "NotFound",
          "NoSuchEntity",
          "NoSuchBucket",
          "NoSuchKey",
          "QueueDoesNotExist",
          "NonExistentQueue",
          "StateMachineDoesNotExist",
          "ObjectNotFoundException",
          "RepositoryNotFoundException",
          "DashboardNotFoundError",
          "ProvisionedConcurrencyConfigNotFoundException");

  /** How services say that a name is taken. */
  private static final List<String> TAKEN =
      List.of(
          "ResourceAlreadyExistsException",
          "EntityAlreadyExists",
          "ResourceExistsException",
          "AlreadyExistsException",
          "BucketAlreadyOwnedByYou",
          "BucketAlreadyExists",
          "QueueAlreadyExists",
          "StateMachineAlreadyExists",
          "InvalidGroup.Duplicate",
          "ConflictException");

  private final String code;
  private final String said;
  private final int status;
  private final Nature nature;

  /** What a failure means for another attempt. */
  enum Nature {
    /** AWS will not do it as things are. */
    REFUSED,
    /** There were too many calls. */
    THROTTLED,
    /** The call was signed with a wrong time. */
    CLOCK_SKEW,
    /** AWS had a fault or its answer was lost: the call may have taken effect all the same. */
    UNCERTAIN
  }

  /**
   * @param property the input that is to blame
   * @param code AWS's error code; empty when AWS gave no answer
   * @param said AWS's own words, cleaned of secrets
   * @param status the HTTP status; 0 when AWS gave no answer
   */
  AwsFailure(
      String message,
      @Nullable String remedy,
      @Nullable Throwable cause,
      @Nullable String property,
      String code,
      String said,
      int status,
      Nature nature) {
    super(message, remedy, cause, property);
    this.code = code;
    this.said = said;
    this.status = status;
    this.nature = nature;
  }

  public String code() {
    return code;
  }

  /** AWS's own words. */
  public String said() {
    return said;
  }

  /** The HTTP status, for answers without a body; 0 when there was no answer. */
  public int status() {
    return status;
  }

  /** Whether the code is this one, with or without the namespace that some services put first. */
  public boolean is(String errorCode) {
    return code.equals(errorCode) || code.endsWith("." + errorCode);
  }

  public boolean says(String fragment) {
    return said.contains(fragment);
  }

  /** Whether what was asked for does not exist, in the words of any service. */
  public boolean isNotFound() {
    return NOT_FOUND.stream().anyMatch(this::is);
  }

  /** Whether a create found its name taken, in the words of any service. */
  public boolean isTaken() {
    return TAKEN.stream().anyMatch(this::is)
        || (is("ResourceConflictException") && says("already exist"));
  }

  boolean isThrottled() {
    return nature == Nature.THROTTLED;
  }

  boolean isClockSkew() {
    return nature == Nature.CLOCK_SKEW;
  }

  boolean isUncertain() {
    return nature == Nature.UNCERTAIN;
  }
}
