/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.CodedOutputStream;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import dev.plinth.api.diagnostic.Severity;
import dev.plinth.api.manifest.LoadResult;
import dev.plinth.api.manifest.ManifestLoader;
import dev.plinth.api.validation.ManifestValidator;
import dev.plinth.proto.aws.AwsProviderConfig;
import dev.plinth.proto.awslambda.AwsLambda;
import dev.plinth.proto.awslambda.AwsLambdaSpec;
import dev.plinth.proto.awslambda.AwsLambdaStackInput;
import dev.plinth.proto.awslambda.AwsLambdaStackOutputs;
import dev.plinth.proto.awslambda.S3Code;
import dev.plinth.proto.cloudresourcekind.CloudResourceKind;
import dev.plinth.proto.foreignkey.ForeignKeyProto;
import dev.plinth.proto.foreignkey.StringValueOrRef;
import dev.plinth.proto.foreignkey.ValueFromRef;
import dev.plinth.proto.shared.CloudResourceMetadata;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Manifests and binary messages of Project Planton's AwsLambda are read unchanged. */
class ProjectPlantonCompatibilityTest {
  private static final String PACKAGE = "org.project_planton.provider.aws.awslambda.v1.";

  @Test
  void messages_have_their_published_names() {
    assertThat(AwsLambda.getDescriptor().getFullName()).isEqualTo(PACKAGE + "AwsLambda");
    assertThat(AwsProviderConfig.getDescriptor().getFullName())
        .isEqualTo("org.project_planton.provider.aws.AwsProviderConfig");
    assertThat(CloudResourceMetadata.getDescriptor().getFullName())
        .isEqualTo("org.project_planton.shared.CloudResourceMetadata");
    assertThat(ValueFromRef.getDescriptor().getFullName())
        .isEqualTo("org.project_planton.shared.foreignkey.v1.ValueFromRef");
    assertThat(CloudResourceKind.getDescriptor().getFullName())
        .isEqualTo("org.project_planton.shared.cloudresourcekind.CloudResourceKind");
  }

  @Test
  void fields_have_their_published_numbers() {
    assertThat(fields(AwsLambda.getDescriptor()))
        .isEqualTo("1 api_version, 2 kind, 3 metadata, 4 spec, 5 status");
    assertThat(fields(AwsLambdaSpec.getDescriptor()))
        .isEqualTo(
            "1 function_name, 2 description, 3 role_arn, 4 runtime, 5 handler, 6 memory_mb,"
                + " 7 timeout_seconds, 8 reserved_concurrency, 9 environment, 10 subnets,"
                + " 11 security_groups, 12 architecture, 13 layer_arns, 14 kms_key_arn,"
                + " 15 code_source_type, 16 s3, 17 image_uri, 50 log_retention_days");
    assertThat(fields(S3Code.getDescriptor())).isEqualTo("1 bucket, 2 key, 3 object_version");
    assertThat(fields(AwsLambdaStackInput.getDescriptor()))
        .isEqualTo("1 target, 2 provider_config");
    assertThat(fields(AwsLambdaStackOutputs.getDescriptor()))
        .isEqualTo("1 function_arn, 2 function_name, 3 log_group_name, 4 role_arn, 5 layer_arns");
    assertThat(fields(AwsProviderConfig.getDescriptor()))
        .isEqualTo(
            "1 account_id, 2 access_key_id, 3 secret_access_key, 4 region, 5 session_token,"
                + " 50 default_tags, 51 assume_role");
    assertThat(fields(CloudResourceMetadata.getDescriptor()))
        .isEqualTo(
            "1 name, 2 slug, 3 id, 4 org, 5 env, 6 labels, 7 annotations, 8 tags,"
                + " 9 relationships, 10 group");
    assertThat(fields(ValueFromRef.getDescriptor()))
        .isEqualTo("1 kind, 2 env, 3 name, 4 field_path");
    assertThat(fields(StringValueOrRef.getDescriptor())).isEqualTo("1 value, 2 value_from");
  }

  @Test
  void options_and_kinds_have_their_published_numbers() {
    FieldDescriptor role = AwsLambdaSpec.getDescriptor().findFieldByNumber(3);

    assertThat(ForeignKeyProto.defaultKind.getNumber()).isEqualTo(200001);
    assertThat(ForeignKeyProto.defaultKindFieldPath.getNumber()).isEqualTo(200002);
    assertThat(role.getOptions().getExtension(ForeignKeyProto.defaultKind).getNumber())
        .isEqualTo(208);
    assertThat(CloudResourceKind.AwsLambda.getNumber()).isEqualTo(209);
    assertThat(CloudResourceKind.AwsKmsKey.getNumber()).isEqualTo(219);
  }

  @Test
  void reads_a_binary_message_by_numbers_alone() throws IOException {
    byte[] role = message(out -> out.writeString(1, "arn:aws:iam::123456789012:role/orders"));
    byte[] vpc =
        message(
            out -> {
              out.writeEnum(1, 216);
              out.writeString(3, "main");
            });
    byte[] subnet = message(out -> out.writeByteArray(2, vpc));
    byte[] spec =
        message(
            out -> {
              out.writeByteArray(3, role);
              out.writeInt32(6, 512);
              out.writeInt32(8, -1);
              out.writeByteArray(10, subnet);
              out.writeEnum(15, 2);
            });

    AwsLambdaSpec read = AwsLambdaSpec.parseFrom(spec);

    assertThat(read.getRoleArn().getValue()).isEqualTo("arn:aws:iam::123456789012:role/orders");
    assertThat(read.getMemoryMb()).isEqualTo(512);
    assertThat(read.getReservedConcurrency()).isEqualTo(-1);
    assertThat(read.getSubnets(0).getValueFrom().getKind()).isEqualTo(CloudResourceKind.AwsVpc);
    assertThat(read.toByteArray()).isEqualTo(spec);
  }

  @Test
  void keeps_the_number_of_a_kind_that_it_does_not_know() throws IOException {
    byte[] reference = message(out -> out.writeEnum(1, 399));

    ValueFromRef read = ValueFromRef.parseFrom(reference);

    assertThat(read.getKind()).isEqualTo(CloudResourceKind.UNRECOGNIZED);
    assertThat(read.toByteArray()).isEqualTo(reference);
  }

  @Test
  void accepts_a_manifest_in_the_published_form() {
    String manifest =
        """
        apiVersion: aws.project-planton.org/v1
        kind: AwsLambda
        metadata:
          name: demo
        spec:
          function_name: demo
          role_arn:
            value: arn:aws:iam::123456789012:role/lambda-basic-exec
          code_source_type: CODE_SOURCE_TYPE_S3
          runtime: nodejs18.x
          handler: index.handler
          s3:
            bucket: my-bucket
            key: lambda/hello.zip
          memory_mb: 128
          timeout_seconds: 10
          reserved_concurrency: -1
          environment:
            EXAMPLE: "true"
          architecture: X86_64
          subnets:
            - value: subnet-abc123
            - value_from:
                kind: AwsVpc
                name: main
                field_path: status.outputs.private_subnets.[0].id
          security_groups:
            - value: sg-abc123
        """;

    LoadResult loaded = new ManifestLoader().loadText("demo.yaml", manifest);

    assertThat(new ManifestValidator(LocalDate.of(2026, 11, 23)).validate(loaded))
        .allMatch(diagnostic -> diagnostic.severity() == Severity.WARNING);
  }

  private static String fields(Descriptor message) {
    return message.getFields().stream()
        .map(field -> String.format(Locale.ROOT, "%d %s", field.getNumber(), field.getName()))
        .collect(Collectors.joining(", "));
  }

  /** Writes the fields of a message. */
  private interface Fields {
    void write(CodedOutputStream out) throws IOException;
  }

  private static byte[] message(Fields fields) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    CodedOutputStream out = CodedOutputStream.newInstance(bytes);
    fields.write(out);
    out.flush();
    return bytes.toByteArray();
  }
}
