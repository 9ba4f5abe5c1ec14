/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.s3;

import dev.plinth.engine.value.PropertyMap;
import dev.plinth.engine.value.PropertyValue;
import dev.plinth.engine.value.PropertyValue.Obj;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * The notification configurations of a bucket, and whether EventBridge is told of everything.
 *
 * @param all in the order in which they stand in the properties
 */
record Notifications(List<Notification> all, boolean eventBridge) {
  static final String EVENT_BRIDGE = "eventbridge";
  private static final int ID_LENGTH = 26;

  Notifications {
    all = List.copyOf(all);
  }

  static Notifications none() {
    return new Notifications(List.of(), false);
  }

  /**
   * What inputs ask for, or what outputs have. A configuration without an id goes by one that is
   * made from what it says.
   */
  static Notifications of(PropertyMap properties) {
    List<Notification> all = new ArrayList<>();
    for (Destination destination : Destination.values()) {
      for (PropertyValue item : properties.list(destination.property()).orElse(List.of())) {
        Notification said = notification(destination, item);
        all.add(said.id().isEmpty() ? said.named(madeId(said)) : said);
      }
    }
    return new Notifications(all, properties.bool(EVENT_BRIDGE).orElse(false));
  }

  private static Notification notification(Destination destination, PropertyValue item) {
    PropertyMap members =
        item.withoutSecrets() instanceof Obj object ? object.properties() : PropertyMap.empty();
    return new Notification(
        destination,
        members.text("id").orElse(""),
        members.text(destination.arnProperty()).orElse(""),
        new TreeSet<>(members.texts("events").orElse(List.of())),
        members.text("filterPrefix").orElse(""),
        members.text("filterSuffix").orElse(""));
  }

  private static String madeId(Notification notification) {
    String said =
        String.join(
            "\n",
            notification.arn(),
            String.join(",", notification.events()),
            notification.prefix(),
            notification.suffix());
    return notification.destination().idPrefix() + digest(said).substring(0, ID_LENGTH);
  }

  private static String digest(String text) {
    return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8))
        .toString()
        .replace("-", "");
  }

  Set<String> ids() {
    return all.stream().map(Notification::id).collect(Collectors.toCollection(TreeSet::new));
  }

  Optional<Notification> find(String id) {
    return all.stream().filter(each -> each.id().equals(id)).findFirst();
  }

  boolean isEmpty() {
    return all.isEmpty() && !eventBridge;
  }

  /** Those with the ids. */
  Notifications only(Set<String> ids) {
    return new Notifications(
        all.stream().filter(each -> ids.contains(each.id())).toList(), eventBridge);
  }

  /** Those without the ids. */
  Notifications without(Set<String> ids) {
    return new Notifications(
        all.stream().filter(each -> !ids.contains(each.id())).toList(), eventBridge);
  }

  /** Puts one list for each kind that there is any of; ids that follow from the rest go unsaid. */
  void put(PropertyMap.Builder outputs) {
    outputs.put(EVENT_BRIDGE, eventBridge);
    for (Destination destination : Destination.values()) {
      List<PropertyValue> items = new ArrayList<>();
      for (Notification each : all) {
        if (each.destination() == destination) {
          items.add(PropertyValue.of(members(each)));
        }
      }
      if (!items.isEmpty()) {
        outputs.put(destination.property(), PropertyValue.of(items));
      }
    }
  }

  private static PropertyMap members(Notification notification) {
    PropertyMap.Builder members =
        PropertyMap.builder()
            .put(notification.destination().arnProperty(), notification.arn())
            .putTexts("events", notification.events());
    if (!notification.id().equals(madeId(notification))) {
      members.put("id", notification.id());
    }
    if (!notification.prefix().isEmpty()) {
      members.put("filterPrefix", notification.prefix());
    }
    if (!notification.suffix().isEmpty()) {
      members.put("filterSuffix", notification.suffix());
    }
    return members.build();
  }
}
