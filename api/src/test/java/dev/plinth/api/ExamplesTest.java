/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import dev.plinth.api.diagnostic.Findings;
import dev.plinth.api.manifest.LoadResult;
import dev.plinth.api.manifest.ManifestKinds;
import dev.plinth.api.manifest.ManifestLoader;
import dev.plinth.api.reference.ReferenceResolver;
import dev.plinth.api.reference.Resolution;
import dev.plinth.api.reference.ResourceDocuments;
import dev.plinth.api.validation.ManifestValidator;
import dev.plinth.proto.computestack.AwsComputeStack;
import dev.plinth.proto.computestack.AwsComputeStackSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExamplesTest {
  private static final String FOLDER = "../examples/compute-stack/";
  private static final ManifestValidator VALIDATOR =
      new ManifestValidator(LocalDate.of(2026, 11, 23));

  @ParameterizedTest
  @ValueSource(strings = {"minimal", "production", "everything"})
  void an_example_is_valid_without_a_warning(String name) throws IOException {
    assertThat(VALIDATOR.validate(load(name))).isEmpty();
  }

  @Test
  void the_stacks_that_production_stands_on_are_described() throws IOException {
    Findings findings = new Findings();
    ResourceDocuments documents = ResourceDocuments.load(FOLDER + "resources", findings);

    Resolution<AwsComputeStack> resolution =
        new ReferenceResolver(List.of(documents), VALIDATOR)
            .resolve(load("production").of(ManifestKinds.AWS_COMPUTE_STACK).get(0));

    assertThat(findings.sorted()).isEmpty();
    assertThat(resolution.diagnostics()).isEmpty();
    assertThat(resolution.references()).hasSize(10);
    assertThat(ReferenceResolver.references(resolution.manifest())).isEmpty();
  }

  @Test
  void the_examples_have_every_option_that_there_is() throws IOException {
    Set<String> given = new TreeSet<>();
    for (String name : List.of("everything", "minimal", "production")) {
      addGiven(load(name).of(ManifestKinds.AWS_COMPUTE_STACK).get(0).message().getSpec(), given);
    }
    Set<String> options = new TreeSet<>();
    addOptions(AwsComputeStackSpec.getDescriptor(), options);

    assertThat(options).contains("AwsComputeStackSpec.project_name", "Queue.delay_seconds");
    assertThat(given).containsAll(options);
  }

  /** Every field of a message and of those within it, each message once. */
  private static void addOptions(Descriptor message, Set<String> options) {
    for (FieldDescriptor field : message.getFields()) {
      if (options.add(option(field)) && holdsOptions(field)) {
        addOptions(field.getMessageType(), options);
      }
    }
  }

  private static void addGiven(Message message, Set<String> given) {
    for (Map.Entry<FieldDescriptor, Object> entry : message.getAllFields().entrySet()) {
      given.add(option(entry.getKey()));
      if (holdsOptions(entry.getKey())) {
        List<?> parts =
            entry.getKey().isRepeated() ? (List<?>) entry.getValue() : List.of(entry.getValue());
        parts.forEach(part -> addGiven((Message) part, given));
      }
    }
  }

  private static String option(FieldDescriptor field) {
    return field.getContainingType().getName() + "." + field.getName();
  }

  /** How references and maps are written is the same everywhere, and no option of a stack. */
  private static boolean holdsOptions(FieldDescriptor field) {
    return field.getJavaType() == FieldDescriptor.JavaType.MESSAGE
        && !field.isMapField()
        && field.getMessageType().getFile().getPackage().endsWith(".awscomputestack.v1");
  }

  /** As it is read by a command that runs in the folder of the examples. */
  private static LoadResult load(String name) throws IOException {
    String file = name + ".yaml";
    String text = Files.readString(Path.of(FOLDER, file));
    return new ManifestLoader().loadText(file, text.replace("examples/compute-stack/", FOLDER));
  }
}
