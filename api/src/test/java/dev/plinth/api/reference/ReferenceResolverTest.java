/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.api.reference;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Message;
import dev.plinth.api.diagnostic.Diagnostic;
import dev.plinth.api.diagnostic.Findings;
import dev.plinth.api.manifest.LoadResult;
import dev.plinth.api.manifest.Manifest;
import dev.plinth.api.manifest.ManifestKinds;
import dev.plinth.api.manifest.ManifestLoader;
import dev.plinth.api.validation.ManifestValidator;
import dev.plinth.proto.awslambda.AwsLambda;
import dev.plinth.proto.computestack.AwsComputeStack;
import dev.plinth.proto.foreignkey.StringValueOrRef;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReferenceResolverTest {
  private static final ManifestValidator VALIDATOR =
      new ManifestValidator(LocalDate.of(2026, 11, 23));

  @TempDir Path folder;

  @BeforeEach
  void writeResources() throws IOException {
    Files.writeString(
        folder.resolve("resources.yaml"),
        """
        kind: AwsIamRole
        metadata: {name: orders-role, env: dev}
        status: {outputs: {role_arn: "arn:aws:iam::123456789012:role/orders", account: 123456789012}}
        ---
        kind: AwsIamRole
        metadata: {name: orders-role, env: prod}
        status: {outputs: {roleArn: "arn:aws:iam::123456789012:role/prod"}}
        ---
        kind: AwsVpc
        metadata: {name: main, env: dev}
        status:
          outputs:
            vpc_id: vpc-1
            subnet_ids: [subnet-1, subnet-2]
            private_subnets: [{id: subnet-a, name: a}, {id: subnet-b, name: b}]
        ---
        kind: AwsSecurityGroup
        metadata: {name: web, env: dev}
        status: {outputs: {security_group_id: sg-1}}
        ---
        kind: AwsS3Bucket
        metadata: {name: uploads, env: dev}
        status: {outputs: {bucket_id: acme-uploads}}
        ---
        kind: AwsKmsKey
        metadata: {name: broken, env: dev}
        status: {outputs: {key_arn: not an arn}}
        """);
  }

  @Test
  void fills_in_kind_path_and_environment_from_the_field_and_the_manifest() {
    Resolution<AwsLambda> resolution = resolve("role_arn: {value_from: {name: orders-role}}");

    assertThat(resolution.diagnostics()).isEmpty();
    assertThat(resolution.manifest().message().getSpec().getRoleArn().getValue())
        .isEqualTo("arn:aws:iam::123456789012:role/orders");
    assertThat(resolution.references())
        .singleElement()
        .satisfies(
            reference -> {
              assertThat(reference.fieldPath()).isEqualTo("spec.role_arn");
              assertThat(reference.target())
                  .isEqualTo(new ResourceKey("AwsIamRole", "dev", "orders-role"));
              assertThat(reference.targetPath()).isEqualTo("status.outputs.role_arn");
              assertThat(reference.location()).hasToString("f.yaml:5:14");
            });
  }

  @Test
  void takes_what_the_reference_says_before_any_default() {
    Resolution<AwsLambda> resolution =
        resolve(
            "role_arn: {value_from: {kind: AwsIamRole, env: prod, name: orders-role, field_path: status.outputs.role_arn}}");

    assertThat(resolution.manifest().message().getSpec().getRoleArn().getValue())
        .isEqualTo("arn:aws:iam::123456789012:role/prod");
  }

  @Test
  void puts_all_values_of_a_list_in_the_place_of_a_reference_in_a_list() {
    Resolution<AwsLambda> resolution =
        resolve(
            """
            role_arn: arn:aws:iam::123456789012:role/orders
              security_groups: [{value_from: {name: web}}]
              subnets:
                - subnet-0
                - value_from: {name: main, field_path: "status.outputs.private_subnets.[*].id"}
                - value_from: {name: main, field_path: "status.outputs.private_subnets[0].id"}
                - value_from: {name: main, field_path: status.outputs.subnet_ids}
                - subnet-9
            """);

    assertThat(resolution.diagnostics()).isEmpty();
    assertThat(resolution.manifest().message().getSpec().getSubnetsList())
        .extracting(StringValueOrRef::getValue)
        .containsExactly(
            "subnet-0", "subnet-a", "subnet-b", "subnet-a", "subnet-1", "subnet-2", "subnet-9");
    assertThat(resolution.manifest().sources().locate("spec.subnets[6]"))
        .hasToString("f.yaml:12:7");
  }

  @Test
  void refuses_a_list_for_a_field_that_takes_one_value() {
    assertThat(
            codes(
                "role_arn: {value_from: {kind: AwsVpc, name: main, field_path: status.outputs.subnet_ids}}"))
        .containsExactly("reference.several-values");
  }

  @Test
  void says_where_it_looked_and_what_comes_near() {
    Diagnostic typo = only(resolve("role_arn: {value_from: {name: order-role}}"));
    Diagnostic elsewhere =
        only(resolve("role_arn: {value_from: {name: orders-role, env: staging}}"));
    Diagnostic nothing = only(resolve("role_arn: {value_from: {name: something-else}}"));

    assertThat(typo.code()).isEqualTo("reference.unresolved");
    assertThat(typo.location().orElseThrow()).hasToString("f.yaml:5:14");
    assertThat(typo.message())
        .contains(
            "AwsIamRole order-role (environment dev)", "in the resource documents of " + folder);
    assertThat(typo.remedy()).isEqualTo("did you mean AwsIamRole orders-role (environment dev)?");
    assertThat(elsewhere.message())
        .contains(
            "AwsIamRole orders-role (environment dev), AwsIamRole orders-role (environment prod)");
    assertThat(nothing.remedy()).contains("--resources");
  }

  @Test
  void names_the_outputs_of_a_resource_that_lacks_the_one_asked_for() {
    Diagnostic found =
        only(
            resolve(
                "role_arn: {value_from: {name: orders-role, field_path: status.outputs.role_arm}}"));

    assertThat(found.code()).isEqualTo("reference.no-such-output");
    assertThat(found.message()).contains("account, role_arn");
    assertThat(found.remedy()).isEqualTo("did you mean status.outputs.role_arn?");
  }

  @Test
  void checks_resolved_values_against_the_rules_of_their_fields() {
    Diagnostic found =
        only(
            resolve(
                "role_arn: arn:aws:iam::123456789012:role/orders\n  kms_key_arn: {value_from: {name: broken}}"));

    assertThat(found.code()).isEqualTo("manifest.bad-format");
    assertThat(found.fieldPath()).isEqualTo("spec.kms_key_arn");
    assertThat(found.message()).contains("\"not an arn\"");
  }

  @Test
  void checks_what_follows_from_resolved_values_elsewhere() {
    Diagnostic found =
        only(
            resolve(
                stack(
                    """
                    storage: {upload_bucket: {value_from: {name: uploads}}}
                    functions:
                      file_processor:
                        access: {write: [{bucket: acme-uploads, prefix: incoming/x/}]}
                    """)));

    assertThat(found.code()).isEqualTo("stack.event-loop");
    assertThat(found.location().orElseThrow()).hasToString("f.yaml:9:7");
  }

  @Test
  void says_nothing_twice() {
    Resolution<AwsLambda> resolution =
        resolve(
            """
            role_arn: nobody
              subnets:
                - value_from: {name: main, field_path: status.outputs.subnet_ids}
                - nowhere
              security_groups: [sg-1]
            """);

    assertThat(resolution.diagnostics()).isEmpty();
  }

  @Test
  void reports_references_that_say_too_little() {
    assertThat(
            codes(
                """
                role_arn: {value_from: {name: orders-role, field_path: spec.arn}}
                  layer_arns: [{value_from: {name: tools, field_path: status.outputs.arn}}]
                  security_groups: [sg-1]
                  subnets: [{value_from: {name: main}}, {value_from: {kind: 999, name: main, field_path: status.outputs.x}}]
                """))
        .containsExactly(
            "reference.bad-field-path",
            "reference.no-kind",
            "reference.no-field-path",
            "reference.unknown-kind");
  }

  @Test
  void no_kind_stands_for_layers_so_a_reference_to_one_says_all() throws IOException {
    Diagnostic error =
        only(
            resolve(
                stack(
                    "functions: {scheduler: {layers: [tools]}}\n"
                        + "layers: [{name: tools, arn: {value_from: {name: orders}}}]")));

    assertThat(error.toString())
        .contains("error[reference.no-kind] f.yaml:7:26 spec.layers[0].arn: ")
        .contains(
            "the reference names neither kind nor field_path, and arn has no default for either")
        .contains(
            "add both, such as kind: AwsLambda and field_path: status.outputs.layer_arns.[0].");

    String arn = "arn:aws:lambda:eu-west-1:123456789012:layer:tools:3";
    Files.writeString(
        folder.resolve("orders.yaml"),
        "kind: AwsLambda\nmetadata: {name: orders, env: dev}\nstatus: {outputs: {layer_arns: ['"
            + arn
            + "']}}\n");
    Resolution<AwsComputeStack> resolution =
        resolve(
            stack(
                "functions: {scheduler: {layers: [tools]}}\n"
                    + "layers: [{name: tools, arn: {value_from: {kind: AwsLambda, name: orders, field_path: 'status.outputs.layer_arns.[0]'}}}]"));
    assertThat(resolution.diagnostics()).isEmpty();
    assertThat(resolution.manifest().message().getSpec().getLayers(0).getArn().getValue())
        .isEqualTo(arn);
  }

  @Test
  void an_earlier_source_wins() throws IOException {
    Path first = Files.createDirectory(folder.resolve("first"));
    Files.writeString(
        first.resolve("role.json"),
        "{\"kind\": \"AwsIamRole\", \"metadata\": {\"name\": \"orders-role\", \"env\": \"dev\"}, \"status\": {\"outputs\": {\"role_arn\": \"arn:aws:iam::123456789012:role/first\"}}}");
    Findings findings = new Findings();
    ReferenceResolver resolver =
        new ReferenceResolver(
            List.of(
                ResourceDocuments.load(first.toString(), findings),
                ResourceDocuments.load(folder.toString(), findings)),
            VALIDATOR);

    Resolution<AwsLambda> resolution =
        resolver.resolve(manifest("role_arn: {value_from: {name: orders-role}}"));

    assertThat(findings.sorted()).isEmpty();
    assertThat(resolution.manifest().message().getSpec().getRoleArn().getValue())
        .endsWith("role/first");
  }

  @Test
  void lists_references_without_resolving_them() {
    Manifest<AwsLambda> manifest =
        manifest("role_arn: {value_from: {name: gone}}\n  kms_key_arn: {value_from: {name: key}}");

    assertThat(ReferenceResolver.references(manifest))
        .extracting(Reference::target)
        .containsExactly(
            new ResourceKey("AwsIamRole", "dev", "gone"),
            new ResourceKey("AwsKmsKey", "dev", "key"));
  }

  @Test
  void reports_resource_documents_that_nothing_can_refer_to() throws IOException {
    Path other = Files.createDirectory(folder.resolve("other"));
    Files.writeString(
        other.resolve("a.yaml"),
        "metadata: {name: x}\n---\nkind: AwsVpc\n---\nkind: AwsVpc\nmetadata: {name: x}\n---\nkind: AwsVpc\nmetadata: {name: x}\n---\n- 1\n---\na: &a {b: *a}\n");
    Findings findings = new Findings();

    ResourceDocuments.load(other.toString(), findings);

    assertThat(findings.sorted())
        .extracting(Diagnostic::code)
        .containsExactly(
            "resource.no-identity",
            "resource.no-identity",
            "resource.duplicate",
            "manifest.wrong-type",
            "resource.no-identity",
            "manifest.too-complex");
  }

  private Resolution<AwsLambda> resolve(String spec) {
    return resolve(manifest(spec));
  }

  private <M extends Message> Resolution<M> resolve(Manifest<M> manifest) {
    Findings findings = new Findings();
    ResourceDocuments documents = ResourceDocuments.load(folder.toString(), findings);
    assertThat(findings.sorted()).isEmpty();
    return new ReferenceResolver(List.of(documents), VALIDATOR).resolve(manifest);
  }

  private List<String> codes(String spec) {
    return resolve(spec).diagnostics().stream().map(Diagnostic::code).toList();
  }

  private static Diagnostic only(Resolution<?> resolution) {
    assertThat(resolution.diagnostics()).hasSize(1);
    return resolution.diagnostics().get(0);
  }

  private static Manifest<AwsComputeStack> stack(String spec) {
    String text =
        """
        apiVersion: aws.project-planton.org/v1
        kind: AwsComputeStack
        metadata: {name: shop, env: dev}
        spec:
          project_name: shop
        """
            + spec.indent(2);
    LoadResult loaded = new ManifestLoader().loadText("f.yaml", text);
    assertThat(VALIDATOR.validate(loaded)).isEmpty();
    return loaded.of(ManifestKinds.AWS_COMPUTE_STACK).get(0);
  }

  private static Manifest<AwsLambda> manifest(String spec) {
    String text =
        """
        apiVersion: aws.project-planton.org/v1
        kind: AwsLambda
        metadata: {name: orders, env: dev}
        spec:
          %s
        """
            .formatted(spec);
    LoadResult loaded = new ManifestLoader().loadText("f.yaml", text);
    assertThat(loaded.diagnostics()).isEmpty();
    return loaded.of(ManifestKinds.AWS_LAMBDA).get(0);
  }
}
