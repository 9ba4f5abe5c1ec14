/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.local.catalogue;

import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The objects in S3 and images in ECR that the account knows of. An object that was declared with a
 * version is found by that version too, and an image by its digest as well as by its tag.
 */
public final class Artifacts {
  private static final String SHA256 = "sha256:";

  private final Catalogue catalogue;

  public Artifacts(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  /**
   * Finds an object, or assumes it, or throws.
   *
   * @param version the version that is asked for; null for the newest
   * @param call the call that needs it, for example {@code s3:HeadObject}
   */
  public Artifact object(
      String bucket,
      String key,
      @Nullable String version,
      String call,
      Supplier<? extends RuntimeException> missing) {
    Optional<Artifact> kept = catalogue.keptObject(bucket, key);
    if (version == null && kept.isPresent()) {
      return kept.get();
    }
    if (catalogue.isGone(bucket, key)) {
      throw missing.get();
    }
    String id = "s3://" + bucket + "/" + key;
    Optional<KnownResource> newest = version == null ? Optional.empty() : ofVersion(id, version);
    if (version != null && newest.isEmpty()) {
      KnownResource old =
          catalogue.require(ResourceKind.OBJECT, versioned(id, version), call, missing);
      return Artifact.of(old.id() + content(old), Optional.of(version));
    }
    KnownResource object =
        newest.orElseGet(() -> catalogue.require(ResourceKind.OBJECT, id, call, missing));
    Optional<String> known = object.attribute(KnownResource.VERSION);
    String identity = known.map(found -> versioned(id, found)).orElse(id);
    return Artifact.of(identity + content(object), known);
  }

  /** Finds an image by its URI, or assumes it, or throws. */
  public Artifact image(String uri, String call, Supplier<? extends RuntimeException> missing) {
    return artifact(
        taggedImageOf(uri)
            .orElseGet(() -> catalogue.require(ResourceKind.IMAGE, uri, call, missing)));
  }

  private static Artifact artifact(KnownResource image) {
    Artifact derived = Artifact.of(image.id() + content(image), Optional.empty());
    return ImageUri.parse(image.id())
        .flatMap(ImageUri::digest)
        .map(digest -> digest.substring(SHA256.length()))
        .map(digest -> new Artifact(digest, derived.size(), Optional.empty()))
        .orElse(derived);
  }

  /** The object if the version is the newest that it was declared with. */
  private Optional<KnownResource> ofVersion(String id, String version) {
    return catalogue
        .find(ResourceKind.OBJECT, id)
        .filter(object -> object.attribute(KnownResource.VERSION).equals(Optional.of(version)));
  }

  /** The image that is known by a tag and has the digest that a URI asks for. */
  private Optional<KnownResource> taggedImageOf(String uri) {
    ImageUri wanted = ImageUri.parse(uri).filter(image -> image.digest().isPresent()).orElse(null);
    return wanted == null
        ? Optional.empty()
        : catalogue.all(ResourceKind.IMAGE).stream()
            .filter(known -> isTaggedInRepositoryOf(known, wanted))
            .filter(known -> wanted.digest().equals(Optional.of(SHA256 + artifact(known).sha256())))
            .findFirst();
  }

  private static boolean isTaggedInRepositoryOf(KnownResource known, ImageUri wanted) {
    return ImageUri.parse(known.id())
        .filter(image -> image.digest().isEmpty())
        .filter(wanted::isInRepositoryOf)
        .isPresent();
  }

  private static String versioned(String id, String version) {
    return id + "?versionId=" + version;
  }

  private static String content(KnownResource resource) {
    return resource.attribute(KnownResource.CONTENT).map(content -> "#" + content).orElse("");
  }
}
