/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.programs.awslambda;

import com.pulumi.exceptions.RunException;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Stack inputs that cannot be deployed as they stand; carries every problem that was found.
 *
 * <p>It is a {@link RunException} because that is the failure which Pulumi's runner reports by its
 * message alone, without a stack trace.
 */
public final class InvalidStackInputException extends RunException {
  private final transient List<Problem> problems;

  /** Carries at least one problem. */
  public InvalidStackInputException(List<Problem> problems) {
    super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
    this.problems = List.copyOf(problems);
  }

  /** The problems in the order of the manifests; never empty. */
  public List<Problem> problems() {
    return problems;
  }
}
