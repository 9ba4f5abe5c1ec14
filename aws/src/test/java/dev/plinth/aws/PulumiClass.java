/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws;

import com.pulumi.core.annotations.Export;
import com.pulumi.core.annotations.Import;
import dev.plinth.aws.schema.Kind;
import dev.plinth.aws.schema.Property;
import dev.plinth.aws.schema.Shape;
import dev.plinth.aws.schema.Trait;
import java.lang.reflect.Field;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A class of Pulumi's AWS package as a schema is compared with it. Nested objects are walked.
 *
 * @param type the arguments of a resource, of an object inside one, or of the provider
 */
record PulumiClass(Class<?> type) {
  private static final String PACKAGE = "com.pulumi.aws.";

  /** The kinds of value by the classes that hold them. */
  private static final Map<String, String> KINDS =
      Map.of(
          "java.lang.String", "STRING",
          "java.lang.Integer", "INTEGER",
          "java.lang.Double", "NUMBER",
          "java.lang.Boolean", "BOOLEAN",
          "java.util.List", "LIST",
          "java.util.Map", "MAP",
          "com.pulumi.asset.Archive", "ARCHIVE",
          "com.pulumi.asset.AssetOrArchive", "FILE");

  /** The arguments of a resource type, which its token names. */
  static PulumiClass inputsOf(String token) {
    return new PulumiClass(named(token, "Args"));
  }

  /** The names of a resource type's outputs. */
  static Set<String> outputsOf(String token) {
    TreeSet<String> names = new TreeSet<>();
    for (Field field : named(token, "").getDeclaredFields()) {
      Export export = field.getAnnotation(Export.class);
      if (export != null) {
        names.add(export.name());
      }
    }
    return names;
  }

  /** In what a shape says something else than the class. */
  List<String> differencesFrom(Shape shape) {
    List<String> differences = new ArrayList<>();
    compare(shape, "", differences);
    return differences;
  }

  private void compare(Shape shape, String path, List<String> differences) {
    Map<String, Field> inputs = inputs();
    for (Map.Entry<String, Field> input : inputs.entrySet()) {
      String at = path + input.getKey();
      Property property = shape.property(input.getKey());
      boolean refused = shape.refused().containsKey(input.getKey());
      if (property == null && !refused) {
        differences.add(at + " is neither mapped nor refused");
      } else if (property != null && refused) {
        differences.add(at + " is both mapped and refused");
      } else if (property != null) {
        compare(property, input.getValue(), at, differences);
      }
    }
    for (Property property : shape.properties()) {
      if (property.isInput() && !inputs.containsKey(property.name())) {
        differences.add(path + property.name() + " is no input of Pulumi's class");
      }
    }
    for (String refused : shape.refused().keySet()) {
      if (!inputs.containsKey(refused)) {
        differences.add(path + refused + " is refused, and no input of Pulumi's class");
      }
    }
  }

  private static void compare(Property property, Field field, String at, List<String> differences) {
    boolean required = field.getAnnotation(Import.class).required();
    if (required && !property.is(Trait.REQUIRED)) {
      differences.add(at + " is required by Pulumi's class");
    }
    compare(property, argument(field.getGenericType()), at, differences);
  }

  private static void compare(Property property, Type type, String at, List<String> differences) {
    Class<?> raw = raw(type);
    String kind = kind(raw);
    if (!kind.equals(property.kind().name())) {
      differences.add(at + " is of the kind " + kind + ", not " + property.kind());
    } else if (property.kind() == Kind.OBJECT) {
      new PulumiClass(raw).compare(property.members(), at + ".", differences);
    } else if (property.element() != null) {
      Type[] arguments = ((ParameterizedType) type).getActualTypeArguments();
      compare(property.element(), simplest(arguments[arguments.length - 1]), at, differences);
    }
  }

  private Map<String, Field> inputs() {
    TreeMap<String, Field> inputs = new TreeMap<>();
    for (Field field : type.getDeclaredFields()) {
      Import annotation = field.getAnnotation(Import.class);
      if (annotation != null) {
        inputs.put(annotation.name(), field);
      }
    }
    return inputs;
  }

  /** What an {@code Output} is of. */
  private static Type argument(Type output) {
    return simplest(((ParameterizedType) output).getActualTypeArguments()[0]);
  }

  /** Of what may be either a string or a constant, the string. */
  private static Type simplest(Type type) {
    return type instanceof ParameterizedType either
            && either.getRawType().getTypeName().equals("com.pulumi.core.Either")
        ? either.getActualTypeArguments()[0]
        : type;
  }

  private static Class<?> raw(Type type) {
    return (Class<?>) (type instanceof ParameterizedType generic ? generic.getRawType() : type);
  }

  private static String kind(Class<?> raw) {
    boolean constant = raw.getName().startsWith(PACKAGE) && raw.isEnum();
    boolean object = raw.getName().startsWith(PACKAGE) && !constant;
    return object ? "OBJECT" : constant ? "STRING" : KINDS.getOrDefault(raw.getName(), "" + raw);
  }

  /** {@code aws:lambda/function:Function} is {@code com.pulumi.aws.lambda.Function}. */
  private static Class<?> named(String token, String suffix) {
    String module = token.substring(token.indexOf(':') + 1, token.indexOf('/'));
    String name = token.substring(token.lastIndexOf(':') + 1);
    try {
      return Class.forName(PACKAGE + module + "." + name + suffix);
    } catch (ClassNotFoundException e) {
      throw new IllegalArgumentException("Pulumi's AWS package has no type " + token, e);
    }
  }
}
