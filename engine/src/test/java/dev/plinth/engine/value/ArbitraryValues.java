/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.value;

import dev.plinth.engine.urn.Urn;
import dev.plinth.engine.value.PropertyValue.ArchiveValue;
import dev.plinth.engine.value.PropertyValue.AssetValue;
import dev.plinth.engine.value.PropertyValue.Computed;
import dev.plinth.engine.value.PropertyValue.Null;
import dev.plinth.engine.value.PropertyValue.ResourceReference;
import dev.plinth.engine.value.PropertyValue.Secret;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;

/** Makes property maps of every kind of value that can be both written and read, from a seed. */
public final class ArbitraryValues {
  private static final String[] TEXTS = {
    "", "plain", "with \"quotes\" and \\", "líne\nbreak\u2028", "\ud83d\ude00", "04da6b54", "\u0000"
  };
  private static final double[] NUMBERS = {
    0, -0.0, 1, -17, 128, 0.1, 1e21, 1e300, 9007199254740994d, 4.9e-324, 30.5
  };

  private final Random random;

  public ArbitraryValues(long seed) {
    random = new Random(seed);
  }

  public PropertyMap map() {
    return map(4);
  }

  private PropertyMap map(int depth) {
    PropertyMap.Builder map = PropertyMap.builder();
    for (int i = random.nextInt(5); i > 0; i--) {
      PropertyValue value = value(depth - 1);
      // Null entries of maps are dropped on the way in, so they have tests of their own.
      if (!(value instanceof Null)) {
        map.put(name(), value);
      }
    }
    return map.build();
  }

  private PropertyValue value(int depth) {
    int kinds = depth <= 0 ? 7 : 11;
    return switch (random.nextInt(kinds)) {
      case 0 -> Null.INSTANCE;
      case 1 -> PropertyValue.of(random.nextBoolean());
      case 2 -> PropertyValue.of(NUMBERS[random.nextInt(NUMBERS.length)]);
      case 3 -> PropertyValue.of(text());
      case 4 -> Computed.INSTANCE;
      case 5 -> new AssetValue(asset());
      case 6 -> reference();
      case 7 -> PropertyValue.of(map(depth));
      case 8 -> PropertyValue.of(items(depth));
      case 9 -> new Secret(value(depth - 1));
      default -> new ArchiveValue(archive(depth));
    };
  }

  private List<PropertyValue> items(int depth) {
    List<PropertyValue> items = new ArrayList<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      items.add(value(depth - 1));
    }
    return items;
  }

  private Asset asset() {
    Optional<String> hash = hash();
    return switch (random.nextInt(3)) {
      case 0 -> new Asset.TextAsset(text(), hash);
      case 1 -> new Asset.FileAsset("dir/" + name(), hash);
      default -> new Asset.RemoteAsset("file:///" + name(), hash);
    };
  }

  private Archive archive(int depth) {
    Optional<String> hash = hash();
    if (depth <= 0 || random.nextInt(3) == 0) {
      return random.nextBoolean()
          ? new Archive.FileArchive("dir/" + name(), hash)
          : new Archive.RemoteArchive("file:///" + name(), hash);
    }
    Map<String, PropertyValue> members = new TreeMap<>();
    for (int i = random.nextInt(3); i > 0; i--) {
      members.put(
          name(),
          random.nextBoolean() ? new AssetValue(asset()) : new ArchiveValue(archive(depth - 1)));
    }
    return new Archive.AssetArchive(members, hash);
  }

  private ResourceReference reference() {
    Urn urn = Urn.of("dev", "shop", Optional.empty(), "aws:sqs/queue:Queue", name());
    Optional<PropertyValue> id =
        switch (random.nextInt(3)) {
          case 0 -> Optional.empty();
          case 1 -> Optional.of(Computed.INSTANCE);
          default -> Optional.of(PropertyValue.of("id-" + name()));
        };
    return new ResourceReference(urn, id, random.nextBoolean() ? "" : "6.83.0");
  }

  private Optional<String> hash() {
    return random.nextBoolean() ? Optional.empty() : Optional.of("ab".repeat(32));
  }

  private String text() {
    return TEXTS[random.nextInt(TEXTS.length)];
  }

  private String name() {
    return "name" + random.nextInt(20);
  }
}
