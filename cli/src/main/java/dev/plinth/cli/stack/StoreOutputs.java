/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.cli.stack;

import com.google.protobuf.Struct;
import dev.plinth.api.reference.OutputsSource;
import dev.plinth.api.reference.ResourceKey;
import dev.plinth.engine.state.StackName;
import dev.plinth.engine.state.StateStore;
import dev.plinth.engine.value.PropertyMap;
import dev.plinth.engine.value.PropertyValue;
import dev.plinth.engine.wire.StructCodec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The outputs of the stacks that Plinth deployed into one store. */
public final class StoreOutputs implements OutputsSource {
  private final StateStore store;

  /** Read when first needed, and once. */
  private final Map<StackName, Optional<StackTags>> tags = new LinkedHashMap<>();

  public StoreOutputs(StateStore store) {
    this.store = store;
  }

  /** The stack of the conventional name first; then whichever its tags say it is. */
  @Override
  public Optional<Struct> find(ResourceKey key) {
    return conventional(key)
        .or(() -> byTags(key))
        .map(StoreOutputs::withoutSecrets)
        .map(StructCodec::encode);
  }

  private Optional<PropertyMap> conventional(ResourceKey key) {
    String stack = key.env().isEmpty() ? key.name() : key.env() + "." + key.name();
    if (!StackName.isAllowed(stack)) {
      return Optional.empty();
    }
    return StackKind.named(key.kind())
        .map(kind -> new StackName(kind.project(), stack))
        .filter(
            name -> StackTags.read(store.tags(name)).filter(found -> isOf(found, key)).isPresent())
        .flatMap(this::outputs);
  }

  private Optional<PropertyMap> byTags(ResourceKey key) {
    for (Map.Entry<StackName, Optional<StackTags>> entry : allTags().entrySet()) {
      Optional<StackTags> found = entry.getValue();
      if (found.filter(stack -> isOf(stack, key)).isPresent()) {
        return outputs(entry.getKey());
      }
      if (found.filter(stack -> mayHold(stack, key)).isPresent()) {
        Optional<PropertyMap> member =
            outputs(entry.getKey()).flatMap(outputs -> outputs.object(key.name()));
        if (member.isPresent()) {
          return member;
        }
      }
    }
    return Optional.empty();
  }

  private static boolean isOf(StackTags stack, ResourceKey key) {
    return stack.kind().equals(key.kind())
        && stack.env().equals(key.env())
        && stack.name().equals(key.name());
  }

  /** A stack of several manifests exports an object for each, by name. */
  private static boolean mayHold(StackTags stack, ResourceKey key) {
    return stack.isOfSeveral() && stack.kind().equals(key.kind()) && stack.env().equals(key.env());
  }

  private Map<StackName, Optional<StackTags>> allTags() {
    if (tags.isEmpty()) {
      store.stacks().forEach(name -> tags.put(name, StackTags.read(store.tags(name))));
    }
    return tags;
  }

  private Optional<PropertyMap> outputs(StackName name) {
    return store.load(name).map(StackOutputs::of);
  }

  /** A secret would lose its mark in a manifest, so it is not there for others to refer to. */
  private static PropertyMap withoutSecrets(PropertyMap outputs) {
    Map<String, PropertyValue> plain = new LinkedHashMap<>(outputs.asMap());
    plain.values().removeIf(PropertyValue::containsSecrets);
    return PropertyMap.of(plain);
  }

  @Override
  public List<ResourceKey> candidates() {
    List<ResourceKey> keys = new ArrayList<>();
    allTags()
        .forEach(
            (name, found) ->
                found.ifPresent(
                    stack -> {
                      for (String member : members(name, stack)) {
                        keys.add(new ResourceKey(stack.kind(), stack.env(), member));
                      }
                    }));
    return keys;
  }

  private Set<String> members(StackName name, StackTags stack) {
    return stack.isOfSeveral()
        ? outputs(name).map(PropertyMap::names).orElse(Set.of())
        : Set.of(stack.name());
  }

  @Override
  public String describe() {
    return "in the stacks of " + store.location();
  }
}
