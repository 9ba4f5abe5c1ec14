/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.asset;

import java.io.IOException;
import java.io.InputStream;

/** Opens a content from its first byte, as often as it is asked. */
@FunctionalInterface
public interface ContentSource {
  InputStream open() throws IOException;
}
