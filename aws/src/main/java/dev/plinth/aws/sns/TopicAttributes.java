/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.sns;

import dev.plinth.aws.resource.AttributeNames;
import dev.plinth.aws.resource.Change;
import dev.plinth.engine.value.PropertyMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** A topic's properties as SNS's attributes, all of which are strings. */
final class TopicAttributes {
  static final String POLICY = "Policy";

  /** What CreateTopic takes; the rest is set afterwards, one call each. */
  private static final Set<String> AT_CREATION = Set.of("fifoTopic", "fifoThroughputScope");

  static final AttributeNames<String> NAMES = new AttributeNames<>(names());

  private TopicAttributes() {}

  private static Map<String, String> names() {
    TreeMap<String, String> names = new TreeMap<>(TopicFeedback.attributes());
    names.putAll(
        Map.ofEntries(
            Map.entry("fifoTopic", "FifoTopic"),
            Map.entry("contentBasedDeduplication", "ContentBasedDeduplication"),
            Map.entry("fifoThroughputScope", "FifoThroughputScope"),
            Map.entry("archivePolicy", "ArchivePolicy"),
            Map.entry("displayName", "DisplayName"),
            Map.entry("policy", POLICY),
            Map.entry("deliveryPolicy", "DeliveryPolicy"),
            Map.entry("kmsMasterKeyId", "KmsMasterKeyId"),
            Map.entry("signatureVersion", "SignatureVersion"),
            Map.entry("tracingConfig", "TracingConfig")));
    return names;
  }

  /** The properties that CreateTopic does not take. */
  static List<String> setLater() {
    return NAMES.properties().stream().filter(name -> !AT_CREATION.contains(name)).toList();
  }

  /** The attributes to create a topic with. */
  static Map<String, String> atCreation(PropertyMap inputs) {
    return inputs.bool("fifoTopic").orElse(false) ? NAMES.of(inputs, AT_CREATION) : Map.of();
  }

  /** The properties that are set once the topic is there. */
  static Set<String> later(PropertyMap inputs) {
    boolean fifo = inputs.bool("fifoTopic").orElse(false);
    TreeSet<String> later = new TreeSet<>(NAMES.properties());
    later.removeAll(AT_CREATION);
    later.removeIf(name -> !inputs.has(name));
    if (!fifo || !inputs.bool("contentBasedDeduplication").orElse(false)) {
      later.remove("contentBasedDeduplication"); // as it is without being said
    }
    return later;
  }

  /** The attributes that an update sets; what is no longer wanted is set to nothing. */
  static Map<String, String> changed(Change change) {
    TreeSet<String> names = new TreeSet<>(NAMES.properties());
    names.retainAll(change.changed());
    Map<String, String> attributes = NAMES.of(change.newInputs(), names);
    names.forEach(name -> attributes.putIfAbsent(NAMES.attribute(name), nothing(name)));
    return attributes;
  }

  /** How SNS is told that an attribute is no longer wanted. */
  private static String nothing(String property) {
    return property.equals("archivePolicy") ? "{}" : "";
  }

  /** The properties that attributes stand for. */
  static void put(PropertyMap.Builder outputs, Map<String, String> attributes) {
    NAMES.put(outputs, TopicType.SCHEMA.shape(), attributes);
    for (String flag : List.of("fifoTopic", "contentBasedDeduplication")) {
      if (!attributes.containsKey(NAMES.attribute(flag))) {
        outputs.put(flag, false);
      }
    }
    outputs.put("owner", attributes.getOrDefault("Owner", ""));
    String archived = attributes.getOrDefault("BeginningArchiveTime", "");
    if (!archived.isEmpty()) {
      outputs.put("beginningArchiveTime", archived);
    }
  }
}
