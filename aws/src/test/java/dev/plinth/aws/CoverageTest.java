/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.aws.ProviderArgs;
import com.pulumi.aws.cloudwatch.LogGroup;
import com.pulumi.aws.cloudwatch.LogGroupArgs;
import com.pulumi.aws.lambda.Function;
import com.pulumi.aws.lambda.FunctionArgs;
import com.pulumi.core.annotations.Export;
import com.pulumi.core.annotations.Import;
import dev.plinth.aws.config.ConfigSchema;
import dev.plinth.aws.schema.Property;
import dev.plinth.aws.schema.Shape;
import dev.plinth.aws.schema.Trait;
import java.lang.reflect.Field;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Nothing that Pulumi's classes let a program say is dropped in silence. */
final class CoverageTest {
  /** Types whose properties are maps of strings or the like, and no objects of their own. */
  private static final String ARGUMENTS = "com.pulumi.aws.";

  private static final Map<String, Class<?>> INPUTS =
      Map.of(
          "aws:cloudwatch/logGroup:LogGroup", LogGroupArgs.class,
          "aws:lambda/function:Function", FunctionArgs.class);

  private static final Map<String, Class<?>> OUTPUTS =
      Map.of(
          "aws:cloudwatch/logGroup:LogGroup", LogGroup.class,
          "aws:lambda/function:Function", Function.class);

  static Stream<Arguments> inputs() {
    return INPUTS.entrySet().stream().map(type -> Arguments.of(type.getKey(), type.getValue()));
  }

  static Stream<Arguments> outputs() {
    return OUTPUTS.entrySet().stream().map(type -> Arguments.of(type.getKey(), type.getValue()));
  }

  @Test
  void every_type_is_compared_with_its_class() {
    assertThat(new TreeSet<>(INPUTS.keySet())).isEqualTo(ResourceTypes.tokens());
    assertThat(new TreeSet<>(OUTPUTS.keySet())).isEqualTo(ResourceTypes.tokens());
  }

  @ParameterizedTest
  @MethodSource("inputs")
  void every_input_is_mapped_or_refused(String token, Class<?> arguments) {
    assertThat(differences(ResourceTypes.find(token).schema().shape(), arguments, "")).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("outputs")
  void every_output_is_declared(String token, Class<?> resource) {
    Shape shape = ResourceTypes.find(token).schema().shape();

    for (Field field : resource.getDeclaredFields()) {
      Export export = field.getAnnotation(Export.class);
      if (export != null) {
        assertThat(shape.property(export.name())).as(export.name()).isNotNull();
      }
    }
  }

  @Test
  void every_key_of_the_provider_is_mapped_or_refused() {
    assertThat(differences(ConfigSchema.SHAPE, ProviderArgs.class, "")).isEmpty();
  }

  private static List<String> differences(Shape shape, Class<?> arguments, String path) {
    List<String> differences = new ArrayList<>();
    for (Field field : arguments.getDeclaredFields()) {
      Import annotation = field.getAnnotation(Import.class);
      if (annotation != null) {
        String at = path + annotation.name();
        Property property = shape.property(annotation.name());
        boolean refused = shape.refused().containsKey(annotation.name());
        if (property == null && !refused) {
          differences.add(at + " is neither mapped nor refused");
        } else if (property != null) {
          compare(property, annotation, field, at, differences);
        }
      }
    }
    return differences;
  }

  private static void compare(
      Property property, Import annotation, Field field, String at, List<String> differences) {
    if (annotation.required() && !property.is(Trait.REQUIRED)) {
      differences.add(at + " is required by Pulumi's class");
    }
    Class<?> nested = nested(field.getGenericType());
    Shape members = members(property);
    if (nested != null && members != null && !at.equals("endpoints")) {
      differences.addAll(differences(members, nested, at + "."));
    } else if (nested != null && members == null) {
      differences.add(at + " is an object");
    }
  }

  private static Shape members(Property property) {
    return property.element() == null ? property.members() : property.element().members();
  }

  /** The arguments class inside {@code Output<...>}, lists and eithers. */
  private static Class<?> nested(Type type) {
    if (type instanceof ParameterizedType parameterized) {
      for (Type argument : parameterized.getActualTypeArguments()) {
        Class<?> found = nested(argument);
        if (found != null) {
          return found;
        }
      }
      return null;
    }
    return type instanceof Class<?> named
            && named.getName().startsWith(ARGUMENTS)
            && named.getSimpleName().endsWith("Args")
        ? named
        : null;
  }
}
