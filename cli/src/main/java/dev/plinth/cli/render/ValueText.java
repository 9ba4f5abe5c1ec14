/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.cli.render;

import dev.plinth.engine.event.SecretMask;
import dev.plinth.engine.value.Archive;
import dev.plinth.engine.value.Archive.AssetArchive;
import dev.plinth.engine.value.Archive.FileArchive;
import dev.plinth.engine.value.Archive.RemoteArchive;
import dev.plinth.engine.value.Asset;
import dev.plinth.engine.value.Asset.FileAsset;
import dev.plinth.engine.value.Asset.RemoteAsset;
import dev.plinth.engine.value.Asset.TextAsset;
import dev.plinth.engine.value.PropertyMap;
import dev.plinth.engine.value.PropertyValue;
import dev.plinth.engine.value.PropertyValue.ArchiveValue;
import dev.plinth.engine.value.PropertyValue.AssetValue;
import dev.plinth.engine.value.PropertyValue.Bool;
import dev.plinth.engine.value.PropertyValue.Computed;
import dev.plinth.engine.value.PropertyValue.Items;
import dev.plinth.engine.value.PropertyValue.Null;
import dev.plinth.engine.value.PropertyValue.Num;
import dev.plinth.engine.value.PropertyValue.Obj;
import dev.plinth.engine.value.PropertyValue.OutputValue;
import dev.plinth.engine.value.PropertyValue.ResourceReference;
import dev.plinth.engine.value.PropertyValue.Secret;
import dev.plinth.engine.value.PropertyValue.Text;
import java.util.Optional;
import java.util.stream.Collectors;

/** A value on one line, as Pulumi's displays write it. */
enum ValueText implements PropertyValue.Visitor<String> {
  INSTANCE;

  private static final String UNKNOWN = "[unknown]";
  private static final int SHORT_HASH = 8;

  static String of(PropertyValue value) {
    return value.accept(INSTANCE);
  }

  @Override
  public String visitNull(Null value) {
    return "<null>";
  }

  @Override
  public String visitBool(Bool value) {
    return Boolean.toString(value.value());
  }

  /** Without the fraction where there is none. */
  @Override
  public String visitNum(Num value) {
    return Numbers.text(value.value());
  }

  /** The mask of a secret, which is a text by now, keeps its own look. */
  @Override
  public String visitText(Text value) {
    return value.value().equals(SecretMask.MASK) ? SecretMask.MASK : quote(value.value());
  }

  @Override
  public String visitItems(Items value) {
    return value.values().stream().map(ValueText::of).collect(Collectors.joining(", ", "[", "]"));
  }

  @Override
  public String visitObj(Obj value) {
    PropertyMap properties = value.properties();
    return properties.asMap().entrySet().stream()
        .map(entry -> key(entry.getKey()) + ": " + of(entry.getValue()))
        .collect(Collectors.joining(", ", "{", "}"));
  }

  @Override
  public String visitSecret(Secret value) {
    return SecretMask.MASK;
  }

  @Override
  public String visitComputed(Computed value) {
    return UNKNOWN;
  }

  @Override
  public String visitAsset(AssetValue value) {
    Asset asset = value.asset();
    if (asset instanceof FileAsset file) {
      return "asset(file:" + hash(asset.hash()) + ") { " + file.path() + " }";
    }
    if (asset instanceof RemoteAsset remote) {
      return "asset(uri:" + hash(asset.hash()) + ") { " + remote.uri() + " }";
    }
    return "asset(text:" + hash(((TextAsset) asset).hash()) + ")";
  }

  @Override
  public String visitArchive(ArchiveValue value) {
    Archive archive = value.archive();
    if (archive instanceof FileArchive file) {
      return "archive(file:" + hash(archive.hash()) + ") { " + file.path() + " }";
    }
    if (archive instanceof RemoteArchive remote) {
      return "archive(uri:" + hash(archive.hash()) + ") { " + remote.uri() + " }";
    }
    return "archive(assets:"
        + hash(archive.hash())
        + ") "
        + ((AssetArchive) archive).members().keySet();
  }

  @Override
  public String visitResourceReference(ResourceReference value) {
    return value.urn().text();
  }

  @Override
  public String visitOutput(OutputValue value) {
    return value.secret() ? SecretMask.MASK : value.value().map(ValueText::of).orElse(UNKNOWN);
  }

  private static String hash(Optional<String> hash) {
    return hash.map(hex -> hex.substring(0, Math.min(SHORT_HASH, hex.length()))).orElse("");
  }

  private static String key(String name) {
    boolean plain =
        !name.isEmpty()
            && name.chars().allMatch(c -> Character.isLetterOrDigit(c) || c == '_' || c == '-');
    return plain ? name : quote(name);
  }

  /** Control characters are escaped, so that no value can move the cursor. */
  static String quote(String text) {
    StringBuilder quoted = new StringBuilder(text.length() + 2).append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> quoted.append("\\\"");
        case '\\' -> quoted.append("\\\\");
        case '\n' -> quoted.append("\\n");
        case '\t' -> quoted.append("\\t");
        default -> {
          if (Character.isISOControl(c)) {
            quoted.append(String.format("\\u%04x", (int) c));
          } else {
            quoted.append(c);
          }
        }
      }
    }
    return quoted.append('"').toString();
  }
}
