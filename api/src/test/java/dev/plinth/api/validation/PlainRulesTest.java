/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.api.validation;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor.JavaType;
import com.google.protobuf.Message;
import dev.plinth.api.manifest.LoadResult;
import dev.plinth.api.manifest.ManifestLoader;
import dev.plinth.proto.awslambda.AwsLambda;
import dev.plinth.proto.computestack.AwsComputeStack;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PlainRulesTest {
  private static final Path EXAMPLES = Path.of("../examples/compute-stack");
  private static final List<String> TEXTS =
      List.of("", "a", "A", "task", "a\n", "-", "*", "ä", "x".repeat(70), "€".repeat(5000));
  private static final List<Integer> NUMBERS =
      List.of(0, 1, -1, 2, 30, 59, 60, 900, 901, 3008, 10241, Integer.MAX_VALUE);

  @ParameterizedTest
  @ValueSource(strings = {"minimal.yaml", "production.yaml", "everything.yaml"})
  void a_foundation_that_is_as_it_should_be_does_without_protovalidate(String file) {
    assertThat(PlainRules.areKept(example(file))).isTrue();
  }

  @Test
  void rules_in_cel_are_left_to_protovalidate() {
    AwsLambda.Builder manifest = AwsLambda.newBuilder();
    manifest.setApiVersion("aws.project-planton.org/v1").setKind("AwsLambda");
    manifest.getMetadataBuilder().setName("orders");
    manifest.getSpecBuilder().setHandler("index.handler");

    assertThat(PlainRules.areKept(manifest.build())).isFalse();
  }

  @Test
  void of_whatever_is_made_of_a_foundation_it_judges_as_protovalidate_does() {
    Random random = new Random(20261125);
    List<Message> seeds = List.of(example("minimal.yaml"), example("everything.yaml"));
    int kept = 0;
    int runs = 3000;
    for (int i = 0; i < runs; i++) {
      Message.Builder message = seeds.get(i % seeds.size()).toBuilder();
      change(message, random);
      Message changed = message.build();

      boolean isValid = Protovalidate.validate(changed).isSuccess();

      assertThat(PlainRules.areKept(changed)).as("%s", changed).isEqualTo(isValid);
      kept += isValid ? 1 : 0;
    }
    assertThat(kept).isBetween(runs / 10, runs - runs / 10); // Both were seen.
  }

  private static void change(Message.Builder message, Random random) {
    List<Message.Builder> builders = new ArrayList<>();
    collect(message, builders);
    Message.Builder part = builders.get(random.nextInt(builders.size()));
    List<FieldDescriptor> fields = part.getDescriptorForType().getFields();
    FieldDescriptor field = fields.get(random.nextInt(fields.size()));
    if (random.nextInt(4) == 0) {
      part.clearField(field);
    } else if (field.isMapField()) {
      // A map of texts: the other kinds of map are not used.
      Message.Builder entry = part.newBuilderForField(field);
      FieldDescriptor key = field.getMessageType().findFieldByName("key");
      FieldDescriptor value = field.getMessageType().findFieldByName("value");
      part.addRepeatedField(
          field, entry.setField(key, one(TEXTS, random)).setField(value, "x").build());
    } else if (field.isRepeated()) {
      int items = random.nextInt(25);
      for (int i = 0; i < items; i++) {
        part.addRepeatedField(field, value(part, field, random));
      }
    } else {
      part.setField(field, value(part, field, random));
    }
  }

  /** The message and all messages in it that are not in lists. */
  private static void collect(Message.Builder message, List<Message.Builder> builders) {
    builders.add(message);
    for (FieldDescriptor field : message.getAllFields().keySet()) {
      if (field.getJavaType() == JavaType.MESSAGE && !field.isRepeated()) {
        collect(message.getFieldBuilder(field), builders);
      }
    }
  }

  private static Object value(Message.Builder of, FieldDescriptor field, Random random) {
    return switch (field.getJavaType()) {
      case STRING -> one(TEXTS, random);
      case INT -> one(NUMBERS, random);
      case BOOLEAN -> random.nextBoolean();
      case ENUM -> {
        List<EnumValueDescriptor> constants = field.getEnumType().getValues();
        yield random.nextBoolean()
            ? one(constants, random)
            : field.getEnumType().findValueByNumberCreatingIfUnknown(random.nextInt(50));
      }
      case MESSAGE -> of.newBuilderForField(field).build();
      default -> throw new AssertionError("no values of " + field);
    };
  }

  private static <T> T one(List<T> of, Random random) {
    return of.get(random.nextInt(of.size()));
  }

  private static AwsComputeStack example(String file) {
    List<String> paths = List.of(EXAMPLES.resolve(file).toString());
    LoadResult loaded = new ManifestLoader().load(paths, InputStream.nullInputStream());
    return (AwsComputeStack) loaded.manifests().get(0).message();
  }
}
