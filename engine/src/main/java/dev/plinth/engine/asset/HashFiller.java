/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.asset;

import dev.plinth.engine.value.PropertyRewriter;
import dev.plinth.engine.value.PropertyValue;
import dev.plinth.engine.value.PropertyValue.ArchiveValue;
import dev.plinth.engine.value.PropertyValue.AssetValue;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Puts the hashes into the properties of one resource, and remembers what it could not read. */
final class HashFiller extends PropertyRewriter {
  private final AssetHasher hasher;
  private final List<String> problems = new ArrayList<>();
  private String path = "";

  HashFiller(AssetHasher hasher) {
    this.hasher = hasher;
  }

  List<String> problems() {
    return problems;
  }

  @Override
  protected PropertyValue visitMember(String name, PropertyValue value) {
    return visitAt(path.isEmpty() ? name : path + "." + name, value);
  }

  @Override
  protected PropertyValue visitElement(int index, PropertyValue value) {
    return visitAt(path + "[" + index + "]", value);
  }

  @Override
  public PropertyValue visitAsset(AssetValue value) {
    return attempt(value, () -> new AssetValue(hasher.fill(value.asset())));
  }

  @Override
  public PropertyValue visitArchive(ArchiveValue value) {
    return attempt(value, () -> new ArchiveValue(hasher.fill(value.archive())));
  }

  private PropertyValue visitAt(String place, PropertyValue value) {
    String outer = path;
    path = place;
    try {
      return value.accept(this);
    } finally {
      path = outer;
    }
  }

  private PropertyValue attempt(PropertyValue value, Supplier<PropertyValue> filled) {
    try {
      return filled.get();
    } catch (AssetException e) {
      e.problems().forEach(problem -> problems.add("property " + path + ": " + problem));
      return value;
    }
  }
}
