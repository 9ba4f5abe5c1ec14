/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.wire;

import dev.plinth.engine.urn.Urn;
import dev.plinth.engine.value.Archive;
import dev.plinth.engine.value.Asset;
import dev.plinth.engine.value.PropertyMap;
import dev.plinth.engine.value.PropertyValue;
import dev.plinth.engine.value.PropertyValue.ArchiveValue;
import dev.plinth.engine.value.PropertyValue.AssetValue;
import dev.plinth.engine.value.PropertyValue.Computed;
import dev.plinth.engine.value.PropertyValue.OutputValue;
import dev.plinth.engine.value.PropertyValue.ResourceReference;
import dev.plinth.engine.value.PropertyValue.Secret;
import dev.plinth.engine.value.PropertyValue.Text;
import java.util.Optional;

/**
 * Turns the values that plain JSON cannot express into objects that carry a {@link Signature}, and
 * back. One level only: what stands inside is written and read by whoever calls.
 */
public final class SignedForm {
  private static final String VALUE = "value";
  private static final String HASH = "hash";
  private static final String TEXT = "text";
  private static final String PATH = "path";
  private static final String URI = "uri";
  private static final String ASSETS = "assets";
  private static final String URN = "urn";
  private static final String ID = "id";
  private static final String PACKAGE_VERSION = "packageVersion";

  private SignedForm() {}

  public static PropertyMap of(Secret secret) {
    return signed(Signature.SECRET).put(VALUE, secret.value()).build();
  }

  public static PropertyMap of(Asset asset) {
    PropertyMap.Builder fields = signed(Signature.ASSET);
    putHash(fields, asset.hash());
    if (asset instanceof Asset.TextAsset text) {
      fields.put(TEXT, text.text());
    } else if (asset instanceof Asset.FileAsset file) {
      fields.put(PATH, file.path());
    } else if (asset instanceof Asset.RemoteAsset remote) {
      fields.put(URI, remote.uri());
    }
    return fields.build();
  }

  public static PropertyMap of(Archive archive) {
    PropertyMap.Builder fields = signed(Signature.ARCHIVE);
    putHash(fields, archive.hash());
    if (archive instanceof Archive.AssetArchive assets) {
      fields.put(ASSETS, PropertyMap.of(assets.members()));
    } else if (archive instanceof Archive.FileArchive file) {
      fields.put(PATH, file.path());
    } else if (archive instanceof Archive.RemoteArchive remote) {
      fields.put(URI, remote.uri());
    }
    return fields.build();
  }

  /** A component's reference has no id; an id that is not known is the empty string. */
  public static PropertyMap of(ResourceReference reference) {
    PropertyMap.Builder fields = signed(Signature.RESOURCE_REFERENCE);
    fields.put(URN, reference.urn().text());
    fields.put(PACKAGE_VERSION, reference.packageVersion());
    reference
        .id()
        .map(id -> id instanceof Computed ? PropertyValue.of("") : id.withoutSecrets())
        .ifPresent(id -> fields.put(ID, id));
    return fields.build();
  }

  /** What an output value holds: the value, a secret of it, or an unknown. */
  public static PropertyValue withoutDependencies(OutputValue output) {
    return OutputForm.downgrade(output);
  }

  /**
   * What an object stands for; the object itself when it carries no signature.
   *
   * @param fields the object's fields, already read
   * @throws MalformedValueException when the fields are not those that the signature promises
   */
  public static PropertyValue read(PropertyMap fields) {
    Optional<Signature> signature = Signature.of(fields);
    if (signature.isEmpty()) {
      return PropertyValue.of(fields);
    }
    return switch (signature.get()) {
      case SECRET -> new Secret(required(fields, VALUE, "a secret"));
      case ASSET -> new AssetValue(asset(fields));
      case ARCHIVE -> new ArchiveValue(archive(fields));
      case RESOURCE_REFERENCE -> reference(fields);
      case OUTPUT -> OutputForm.read(fields);
      case NON_FINITE -> NonFiniteForm.read(fields);
    };
  }

  private static Asset asset(PropertyMap fields) {
    Optional<String> hash = hash(fields);
    Optional<String> text = fields.text(TEXT);
    if (text.isPresent()) {
      return new Asset.TextAsset(text.get(), hash);
    }
    Optional<String> path = fields.text(PATH).filter(value -> !value.isEmpty());
    if (path.isPresent()) {
      return new Asset.FileAsset(path.get(), hash);
    }
    return fields
        .text(URI)
        .<Asset>map(uri -> new Asset.RemoteAsset(uri, hash))
        .orElseThrow(() -> new MalformedValueException("an asset has no text, path or uri"));
  }

  private static Archive archive(PropertyMap fields) {
    Optional<String> hash = hash(fields);
    Optional<PropertyMap> assets = fields.object(ASSETS);
    if (assets.isPresent()) {
      assets.get().asMap().forEach(SignedForm::requireFiles);
      return new Archive.AssetArchive(assets.get().asMap(), hash);
    }
    Optional<String> path = fields.text(PATH).filter(value -> !value.isEmpty());
    if (path.isPresent()) {
      return new Archive.FileArchive(path.get(), hash);
    }
    return fields
        .text(URI)
        .<Archive>map(uri -> new Archive.RemoteArchive(uri, hash))
        .orElseThrow(() -> new MalformedValueException("an archive has no assets, path or uri"));
  }

  private static void requireFiles(String name, PropertyValue member) {
    if (!(member instanceof AssetValue) && !(member instanceof ArchiveValue)) {
      throw new MalformedValueException(
          "the member " + name + " of an archive is neither an asset nor an archive");
    }
  }

  private static ResourceReference reference(PropertyMap fields) {
    String urn = textOf(required(fields, URN, "a resource reference"), "the URN of a reference");
    Optional<PropertyValue> id =
        fields
            .get(ID)
            .filter(value -> !(value instanceof PropertyValue.Null))
            .map(value -> value.equals(PropertyValue.of("")) ? Computed.INSTANCE : value);
    return new ResourceReference(parseUrn(urn), id, fields.text(PACKAGE_VERSION).orElse(""));
  }

  static Urn parseUrn(String text) {
    try {
      return new Urn(text);
    } catch (IllegalArgumentException e) {
      throw new MalformedValueException(String.valueOf(e.getMessage()));
    }
  }

  static PropertyValue required(PropertyMap fields, String name, String what) {
    return fields
        .get(name)
        .orElseThrow(() -> new MalformedValueException(what + " has no " + name));
  }

  static String textOf(PropertyValue value, String what) {
    if (value instanceof Text text) {
      return text.value();
    }
    throw new MalformedValueException(what + " is not a string");
  }

  private static Optional<String> hash(PropertyMap fields) {
    return fields.text(HASH).filter(value -> !value.isEmpty());
  }

  private static void putHash(PropertyMap.Builder fields, Optional<String> hash) {
    hash.ifPresent(value -> fields.put(HASH, value));
  }

  private static PropertyMap.Builder signed(Signature signature) {
    return PropertyMap.builder().put(Signature.KEY, signature.asValue());
  }
}
