/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.state.file;

import dev.plinth.engine.state.journal.Backend;
import dev.plinth.engine.state.journal.Folders;
import dev.plinth.engine.state.journal.StoreConformance;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

final class FileConformanceTest extends StoreConformance {
  @TempDir Path folder;

  @Override
  protected Backend backend() {
    return new FileBackend(folder);
  }

  @Override
  protected String everything() {
    return text(Folders.read(folder));
  }
}
