/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.aws.ProviderArgs;
import dev.plinth.aws.call.Sleeper;
import dev.plinth.aws.config.ConfigSchema;
import dev.plinth.aws.schema.Property;
import dev.plinth.aws.schema.Shape;
import dev.plinth.engine.provider.CheckFailure;
import dev.plinth.engine.provider.CheckRequest;
import dev.plinth.engine.provider.Provider;
import dev.plinth.engine.urn.Urn;
import dev.plinth.engine.value.PropertyMap;
import dev.plinth.engine.value.PropertyValue;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Nothing that Pulumi's classes let a program say is dropped in silence. A new resource type is
 * covered by being in {@link ResourceTypes}.
 */
final class CoverageTest {
  private static final PropertyValue ANY = PropertyValue.of("any");

  static Set<String> tokens() {
    return ResourceTypes.tokens();
  }

  @ParameterizedTest
  @MethodSource("tokens")
  void every_input_is_mapped_or_refused(String token) {
    assertThat(PulumiClass.inputsOf(token).differencesFrom(shape(token))).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("tokens")
  void every_output_is_declared(String token) {
    Set<String> outputs = PulumiClass.outputsOf(token);
    outputs.removeAll(shape(token).refused().keySet());

    assertThat(shape(token).properties().stream().map(Property::name)).containsAll(outputs);
  }

  @ParameterizedTest
  @MethodSource("tokens")
  void a_refused_input_is_an_error_of_the_preview_with_its_reason(String token) {
    try (Provider provider =
        AwsProviderFactory.onAws(Map.of(), "plinth/test", Path.of(""), Sleeper.SYSTEM).create()) {
      for (Refused refused : Refused.in(shape(token))) {
        List<CheckFailure> failures = provider.check(preview(token, refused.inputs())).failures();

        assertThat(failures).contains(new CheckFailure(refused.path(), refused.reason()));
        assertThat(refused.reason()).as(refused.path()).hasSizeGreaterThan(20).endsWith(".");
      }
    }
  }

  @Test
  void every_key_of_the_provider_is_mapped_or_refused() {
    assertThat(new PulumiClass(ProviderArgs.class).differencesFrom(ConfigSchema.SHAPE))
        .allMatch(difference -> difference.startsWith("endpoints."));
  }

  private static Shape shape(String token) {
    return ResourceTypes.find(token).schema().shape();
  }

  private static CheckRequest preview(String token, PropertyMap inputs) {
    Urn urn = Urn.of("dev", "shop", Optional.empty(), token, "thing");
    return new CheckRequest(urn, PropertyMap.empty(), inputs, new byte[32], true);
  }

  /**
   * A refused input, wherever in a type it is.
   *
   * @param inputs hold it and nothing else
   */
  private record Refused(String path, String reason, PropertyMap inputs) {

    static List<Refused> in(Shape shape) {
      List<Refused> all = new ArrayList<>();
      collect(shape, "", inner -> inner, all);
      return all;
    }

    private static void collect(
        Shape shape, String path, UnaryOperator<PropertyMap> around, List<Refused> all) {
      shape
          .refused()
          .forEach(
              (name, reason) ->
                  all.add(
                      new Refused(path + name, reason, around.apply(PropertyMap.of(name, ANY)))));
      for (Property property : shape.properties()) {
        if (property.members() != null) {
          collect(
              property.members(),
              path + property.name() + ".",
              inner -> around.apply(PropertyMap.of(property.name(), PropertyValue.of(inner))),
              all);
        } else if (property.element() != null && property.element().members() != null) {
          collect(
              property.element().members(),
              path + property.name() + "[0].",
              inner -> around.apply(PropertyMap.of(property.name(), items(inner))),
              all);
        }
      }
    }

    private static PropertyValue items(PropertyMap only) {
      return PropertyValue.of(Stream.of(only).map(PropertyValue::of).toList());
    }
  }
}
