/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.api.validation;

import static org.assertj.core.api.Assertions.assertThat;

import build.buf.validate.FieldRules;
import build.buf.validate.MessageRules;
import build.buf.validate.ValidateProto;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import dev.plinth.proto.awslambda.AwsLambdaStackInput;
import dev.plinth.proto.computestack.AwsComputeStackStackInput;
import dev.plinth.proto.options.OptionsProto;
import dev.plinth.proto.options.Remedy;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every rule of the .proto files can be put into words. */
class RuleWordingTest {

  @ParameterizedTest
  @MethodSource("fieldsWithRules")
  void a_field_with_a_rule_says_what_it_must_be(FieldDescriptor field) {
    FieldRules rules = field.getOptions().getExtension(ValidateProto.field);
    boolean saidByTheRule =
        rules.getString().hasConst()
            || rules.getInt32().getInCount() > 0
            || (rules.getEnum().getDefinedOnly() && !rules.getRequired());

    assertThat(saidByTheRule || !field.getOptions().getExtension(OptionsProto.expect).isEmpty())
        .isTrue();
  }

  @ParameterizedTest
  @MethodSource("messages")
  void a_rule_of_a_message_says_where_to_point_and_what_to_do(Descriptor message) {
    MessageRules rules = message.getOptions().getExtension(ValidateProto.message);

    for (build.buf.validate.Rule rule : rules.getCelList()) {
      assertThat(message.getOptions().getExtension(OptionsProto.remedy))
          .filteredOn(remedy -> remedy.getRule().equals(rule.getId()))
          .singleElement()
          .satisfies(remedy -> assertThat(leadsToAField(message, remedy)).as(rule.getId()).isTrue())
          .satisfies(remedy -> assertThat(remedy.getFix()).isNotBlank());
    }
  }

  private static boolean leadsToAField(Descriptor message, Remedy remedy) {
    Descriptor at = message;
    FieldDescriptor field = null;
    for (String name : remedy.getField().split("\\.", -1)) {
      field = at.findFieldByName(name);
      if (field == null) {
        return false;
      }
      at = field.getJavaType() == FieldDescriptor.JavaType.MESSAGE ? field.getMessageType() : at;
    }
    return field != null;
  }

  static Stream<FieldDescriptor> fieldsWithRules() {
    return messages()
        .flatMap(message -> message.getFields().stream())
        .filter(
            field ->
                field.getOptions().hasExtension(ValidateProto.field)
                    || field.getOptions().hasExtension(OptionsProto.literal));
  }

  static Stream<Descriptor> messages() {
    Set<Descriptor> messages = new LinkedHashSet<>();
    collect(AwsLambdaStackInput.getDescriptor(), messages);
    collect(AwsComputeStackStackInput.getDescriptor(), messages);
    return messages.stream();
  }

  private static void collect(Descriptor message, Set<Descriptor> messages) {
    if (messages.add(message)) {
      message.getFields().stream()
          .filter(f -> f.getJavaType() == FieldDescriptor.JavaType.MESSAGE && !f.isMapField())
          .forEach(f -> collect(f.getMessageType(), messages));
    }
  }
}
