/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.state.checkpoint;

import com.google.gson.stream.JsonReader;
import dev.plinth.engine.secret.SecretsManager;
import dev.plinth.engine.state.ResourceState;
import dev.plinth.engine.value.PropertyMap;
import java.io.IOException;
import java.util.List;

/**
 * Reads resources, and parts of them, that stand outside a deployment, in the form that {@link
 * CheckpointWriter#resource} gives them. Their secrets stay sealed until the manager is known.
 */
public final class ResourceEntries {
  private final SecretsSlot slot = new SecretsSlot();
  private final PropertyReader properties = PropertyReader.of(slot);
  private final ResourceReader resources = new ResourceReader(new ReferenceReader(), properties);

  public ResourceState resource(JsonReader json) throws IOException {
    return resources.read(json);
  }

  public PropertyMap properties(JsonReader json) throws IOException {
    return properties.readMap(json);
  }

  public List<String> texts(JsonReader json) throws IOException {
    return ReferenceReader.texts(json);
  }

  /** Everything is read: from now on secrets can be opened. */
  public void finish(SecretsManager manager) {
    slot.fill(manager);
  }
}
