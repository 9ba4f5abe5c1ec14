/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.api.validation;

import dev.plinth.api.computestack.ComputeStack;
import dev.plinth.api.computestack.StackProfile;
import dev.plinth.api.diagnostic.Quotation;
import dev.plinth.proto.computestack.Profile;
import java.util.Arrays;
import java.util.stream.Collectors;

/** The profile is known: stated, or meant by the name of the environment. */
final class StackProfileRule implements StackRule {

  @Override
  public void check(ComputeStack stack, Report report) {
    String env = stack.manifest().getMetadata().getEnv();
    if (stack.spec().getProfile() == Profile.PROFILE_UNSPECIFIED
        && !env.isEmpty()
        && StackProfile.ofEnv(env).isEmpty()) {
      report.warning(
          "manifest.unknown-profile",
          "metadata.env",
          "env is "
              + Quotation.of(env)
              + ", which stands for no profile, so the stack gets the defaults of development.",
          "set spec.profile to "
              + Arrays.stream(StackProfile.values())
                  .map(StackProfile::name)
                  .collect(Collectors.joining(", "))
              + ".");
    }
  }
}
