/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.apigatewayv2;

import dev.plinth.aws.model.ModelReader;
import dev.plinth.aws.model.ModelWriter;
import dev.plinth.aws.schema.Shape;
import dev.plinth.engine.value.PropertyMap;
import dev.plinth.engine.value.PropertyValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.services.apigatewayv2.model.RouteSettings;

/** Settings of routes: Pulumi has a list of them, AWS a map by route. */
final class RouteSettingsForm {
  private static final String PROPERTY = "routeSettings";
  private static final String KEY = "routeKey";
  private static final Shape SETTINGS = Shape.of(StageType.settings());

  private RouteSettingsForm() {}

  static Map<String, RouteSettings> ofInputs(PropertyMap properties) {
    Map<String, RouteSettings> settings = new TreeMap<>();
    for (PropertyValue value : properties.list(PROPERTY).orElse(List.of())) {
      PropertyMap route = ((PropertyValue.Obj) value.withoutSecrets()).properties();
      settings.put(
          route.text(KEY).orElseThrow(),
          ModelWriter.fill(RouteSettings.builder(), SETTINGS, route).build());
    }
    return settings;
  }

  static void put(PropertyMap.Builder outputs, Map<String, RouteSettings> settings) {
    List<PropertyValue> listed = new ArrayList<>();
    new TreeMap<>(settings)
        .forEach(
            (key, route) ->
                listed.add(
                    PropertyValue.of(
                        ModelReader.read(SETTINGS, route).with(KEY, PropertyValue.of(key)))));
    if (!listed.isEmpty()) {
      outputs.put(PROPERTY, PropertyValue.of(listed));
    }
  }
}
