/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.local.lambda;

import java.util.Optional;

/** How the runtime's patch version of a function is chosen: {@code Auto}, or pinned to one. */
record RuntimeManagement(String updateRuntimeOn, Optional<String> runtimeVersionArn) {
  static final RuntimeManagement AUTO = new RuntimeManagement("Auto", Optional.empty());
}
