/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.local.catalogue;

import dev.plinth.local.store.AppendLog;
import dev.plinth.local.store.FolderLock;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Says of each thing that a request names whether it exists in the account.
 *
 * <p>Declared things do: those of a seed file that a user writes, and those of {@link #declare}. So
 * do those that a service of the account keeps. Anything else is assumed to exist, once per
 * account, or, in a strict account, is missing. A strict account does not believe what was only
 * assumed before.
 */
public final class Catalogue {
  private final boolean strict;
  private final Path seedFile;
  private final Path logFile;
  private final AppendLog log;
  private final FolderLock lock;
  private final Map<ResourceKind, Map<String, KnownResource>> known = new LinkedHashMap<>();
  private final List<Assumption> assumptions = new ArrayList<>();
  private final Map<ResourceKind, Keeper> keepers = new ConcurrentHashMap<>();
  private volatile @Nullable ObjectKeeper objects;
  private boolean seeded;

  /**
   * @param seedFile what a user declares to exist; need not be there
   * @param logFile where declarations and assumptions of this account and region are kept
   */
  public Catalogue(boolean strict, Path seedFile, Path logFile, FolderLock lock) {
    this.strict = strict;
    this.seedFile = seedFile;
    this.logFile = logFile;
    this.log = new AppendLog(logFile);
    this.lock = lock;
  }

  /** Lets a service answer for the things of a kind that it keeps. */
  public void keep(ResourceKind kind, Keeper keeper) {
    keepers.merge(kind, keeper, Keeper::or);
  }

  /** Lets a service answer for the objects that were put into it. */
  public void keepObjects(ObjectKeeper keeper) {
    objects = keeper;
  }

  Optional<Artifact> keptObject(String bucket, String key) {
    return objects == null ? Optional.empty() : objects.object(bucket, key);
  }

  boolean isGone(String bucket, String key) {
    return objects != null && objects.isGone(bucket, key);
  }

  /**
   * Makes sure that a thing exists, or throws.
   *
   * @param call the call that needs it, for example {@code lambda:CreateFunction}
   * @param missing makes AWS's refusal for the case that it does not exist
   */
  public KnownResource require(
      ResourceKind kind, String id, String call, Supplier<? extends RuntimeException> missing) {
    Optional<KnownResource> kept = kept(kind, id);
    if (kept.isPresent()) {
      return kept.get();
    }
    Optional<KnownResource> found = find(kind, id);
    if (found.isPresent()) {
      return found.get();
    }
    if (strict) {
      throw missing.get();
    }
    return lock.holding(() -> find(kind, id).orElseGet(() -> assume(kind, id, call)));
  }

  private Optional<KnownResource> kept(ResourceKind kind, String id) {
    return Optional.ofNullable(keepers.get(kind))
        .flatMap(keeper -> keeper.find(id))
        .map(attributes -> KnownResource.declared(kind, id, attributes));
  }

  /** The thing, if it was declared or, unless the account is strict, assumed. */
  public synchronized Optional<KnownResource> find(ResourceKind kind, String id) {
    KnownResource resource = ofKind(kind).get(id);
    if (resource == null) {
      refresh();
      resource = ofKind(kind).get(id);
    }
    return Optional.ofNullable(resource).filter(this::counts);
  }

  /** Everything of a kind that exists. */
  public synchronized List<KnownResource> all(ResourceKind kind) {
    refresh();
    return ofKind(kind).values().stream().filter(this::counts).toList();
  }

  /** Declares a thing to exist, from now on and in every later opening of the account. */
  public void declare(KnownResource resource) {
    lock.holding(
        () -> {
          synchronized (this) {
            refresh();
            if (!resource.equals(ofKind(resource.kind()).put(resource.id(), resource))) {
              log.append(KnownResourceJson.line(resource));
            }
          }
          return resource;
        });
  }

  /** What was assumed for the first time since the account was opened, in order. */
  public synchronized List<Assumption> assumptions() {
    return List.copyOf(assumptions);
  }

  private synchronized KnownResource assume(ResourceKind kind, String id, String call) {
    KnownResource resource = KnownResource.assumed(kind, id, call);
    log.append(KnownResourceJson.line(resource));
    ofKind(kind).put(id, resource);
    assumptions.add(new Assumption(kind, id, call));
    return resource;
  }

  private boolean counts(KnownResource resource) {
    return resource.isDeclared() || !strict;
  }

  private void refresh() {
    if (!seeded) {
      seeded = true;
      KnownResourceJson.readFile(seedFile).forEach(this::add);
    }
    for (String line : log.fresh()) {
      add(KnownResourceJson.ofLine(line, logFile.toString()));
    }
  }

  /** Adds what was read; an assumption never stands over a declaration. */
  private void add(KnownResource resource) {
    Map<String, KnownResource> present = ofKind(resource.kind());
    if (resource.isDeclared()) {
      present.put(resource.id(), resource);
    } else {
      present.putIfAbsent(resource.id(), resource);
    }
  }

  private Map<String, KnownResource> ofKind(ResourceKind kind) {
    return known.computeIfAbsent(kind, any -> new LinkedHashMap<>());
  }
}
