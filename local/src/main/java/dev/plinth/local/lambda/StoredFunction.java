/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.local.lambda;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * All that the account keeps of a function.
 *
 * @param versions the published versions, oldest first
 * @param lastVersion the highest version number ever given, since numbers are not given twice
 * @param runtimeManagement by qualifier
 */
record StoredFunction(
    String name,
    Revision latest,
    List<Revision> versions,
    int lastVersion,
    Map<String, String> tags,
    Optional<Integer> reservedConcurrency,
    Optional<String> codeSigningConfigArn,
    Optional<String> recursiveLoop,
    Map<String, RuntimeManagement> runtimeManagement) {

  StoredFunction {
    versions = List.copyOf(versions);
    tags = Map.copyOf(tags);
    runtimeManagement = Map.copyOf(runtimeManagement);
  }

  static StoredFunction created(
      String name, Revision latest, Map<String, String> tags, Optional<String> codeSigningConfig) {
    return new StoredFunction(
        name,
        latest,
        List.of(),
        0,
        tags,
        Optional.empty(),
        codeSigningConfig,
        Optional.empty(),
        Map.of());
  }

  Optional<Revision> version(String qualifier) {
    if (qualifier.equals(FunctionName.LATEST)) {
      return Optional.of(latest);
    }
    return versions.stream()
        .filter(each -> each.configuration().version().equals(qualifier))
        .findFirst();
  }

  /** {@code $LATEST}, then the published versions, oldest first. */
  List<Revision> revisions() {
    return Stream.concat(Stream.of(latest), versions.stream()).toList();
  }

  StoredFunction withLatest(Revision changed) {
    return new StoredFunction(
        name,
        changed,
        versions,
        lastVersion,
        tags,
        reservedConcurrency,
        codeSigningConfigArn,
        recursiveLoop,
        runtimeManagement);
  }

  StoredFunction withVersions(List<Revision> changed, int last) {
    return new StoredFunction(
        name,
        latest,
        changed,
        last,
        tags,
        reservedConcurrency,
        codeSigningConfigArn,
        recursiveLoop,
        runtimeManagement);
  }

  StoredFunction withTags(Map<String, String> changed) {
    return new StoredFunction(
        name,
        latest,
        versions,
        lastVersion,
        changed,
        reservedConcurrency,
        codeSigningConfigArn,
        recursiveLoop,
        runtimeManagement);
  }

  StoredFunction withReservedConcurrency(Optional<Integer> changed) {
    return new StoredFunction(
        name,
        latest,
        versions,
        lastVersion,
        tags,
        changed,
        codeSigningConfigArn,
        recursiveLoop,
        runtimeManagement);
  }

  StoredFunction withCodeSigningConfig(Optional<String> changed) {
    return new StoredFunction(
        name,
        latest,
        versions,
        lastVersion,
        tags,
        reservedConcurrency,
        changed,
        recursiveLoop,
        runtimeManagement);
  }

  StoredFunction withRecursiveLoop(String changed) {
    return new StoredFunction(
        name,
        latest,
        versions,
        lastVersion,
        tags,
        reservedConcurrency,
        codeSigningConfigArn,
        Optional.of(changed),
        runtimeManagement);
  }

  StoredFunction withRuntimeManagement(Map<String, RuntimeManagement> changed) {
    return new StoredFunction(
        name,
        latest,
        versions,
        lastVersion,
        tags,
        reservedConcurrency,
        codeSigningConfigArn,
        recursiveLoop,
        changed);
  }
}
