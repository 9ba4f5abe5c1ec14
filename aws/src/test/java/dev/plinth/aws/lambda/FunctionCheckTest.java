/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.plinth.aws.schema.InputCheck;
import dev.plinth.aws.schema.ResourceDiff;
import dev.plinth.aws.schema.TagPolicy;
import dev.plinth.aws.testing.Driver;
import dev.plinth.engine.provider.CheckFailure;
import dev.plinth.engine.provider.CheckRequest;
import dev.plinth.engine.provider.CheckResult;
import dev.plinth.engine.provider.DiffRequest;
import dev.plinth.engine.provider.DiffResult;
import dev.plinth.engine.provider.PropertyDiff;
import dev.plinth.engine.value.Archive;
import dev.plinth.engine.value.PropertyMap;
import dev.plinth.engine.value.PropertyValue;
import dev.plinth.engine.value.PropertyValue.ArchiveValue;
import dev.plinth.engine.value.PropertyValue.Computed;
import dev.plinth.engine.value.PropertyValue.Secret;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is checked, filled in and compared without asking AWS. */
final class FunctionCheckTest {
  private static final String TYPE = "aws:lambda/function:Function";

  private static final PropertyMap INPUTS =
      PropertyMap.builder()
          .put("role", "arn:aws:iam::123456789012:role/orders")
          .put("runtime", "java21")
          .put("handler", "shop.Orders")
          .put("s3Bucket", "artifacts")
          .put("s3Key", "orders.jar")
          .build();

  @Test
  void drawsANameFromTheSeedAndFillsInDefaults() {
    CheckResult result = check(PropertyMap.empty(), INPUTS);

    assertThat(result.failures()).isEmpty();
    assertThat(result.inputs().text("name").orElseThrow()).matches("thing-[0-9a-f]{7}");
    assertThat(result.inputs().integer("memorySize")).contains(128);
    assertThat(result.inputs().texts("__defaults").orElseThrow())
        .containsExactly(
            "memorySize",
            "name",
            "packageType",
            "publish",
            "reservedConcurrentExecutions",
            "skipDestroy",
            "timeout");
    assertThat(check(PropertyMap.empty(), INPUTS)).isEqualTo(result);
  }

  @Test
  void drawsAnotherNameFromAnotherSeed() {
    byte[] seed = new byte[32];
    seed[31] = 1;
    CheckRequest request =
        new CheckRequest(Driver.urn(TYPE, "thing"), PropertyMap.empty(), INPUTS, seed, false);

    PropertyMap inputs =
        InputCheck.check(FunctionSchema.SCHEMA, request, TagPolicy.none()).inputs();

    assertThat(inputs.text("name"))
        .isNotEqualTo(check(PropertyMap.empty(), INPUTS).inputs().text("name"));
  }

  @Test
  void keepsADrawnNameForLife() {
    PropertyMap olds =
        PropertyMap.builder()
            .put("name", "thing-0000000")
            .putTexts("__defaults", List.of("name"))
            .build();

    assertThat(check(olds, INPUTS).inputs().text("name")).contains("thing-0000000");
  }

  @Test
  void drawsANameWhenTheProgramNoLongerGivesOne() {
    PropertyMap olds = check(PropertyMap.empty(), with("name", PropertyValue.of("fixed"))).inputs();

    assertThat(check(olds, INPUTS).inputs().text("name").orElseThrow()).startsWith("thing-");
  }

  @Test
  void refusesALogicalNameThatLeavesNoRoomForTheSuffix() {
    CheckRequest request =
        new CheckRequest(
            Driver.urn(TYPE, "x".repeat(57)), PropertyMap.empty(), INPUTS, new byte[32], false);

    assertThat(InputCheck.check(FunctionSchema.SCHEMA, request, TagPolicy.none()).failures())
        .singleElement()
        .satisfies(failure -> assertThat(failure.reason()).contains("longer than the 64"));
  }

  @Test
  void reportsEverythingThatIsWrongAtOnce() {
    PropertyMap news =
        PropertyMap.builder()
            .put("name", "two words")
            .put("memorySize", 64)
            .put("timeout", "ten")
            .put("memorysize", 128)
            .put("arn", "arn:aws:lambda:eu-central-1:1:function:x")
            .put("packageType", "zip")
            .put("vpcConfig", PropertyMap.builder().putTexts("subnetIds", List.of("net-1")).build())
            .put("s3Bucket", "artifacts")
            .put("imageUri", "x")
            .build();

    assertThat(check(PropertyMap.empty(), news).failures())
        .extracting(CheckFailure::property)
        .contains(
            "name",
            "memorySize",
            "timeout",
            "memorysize",
            "arn",
            "packageType",
            "vpcConfig.subnetIds[0]",
            "vpcConfig.securityGroupIds",
            "role",
            "s3Bucket");
  }

  @Test
  void suggestsThePropertyThatWasMeant() {
    assertThat(check(PropertyMap.empty(), with("memorysize", PropertyValue.of(256))).failures())
        .extracting(CheckFailure::property, CheckFailure::reason)
        .containsExactly(
            tuple("memorysize", "There is no property of this name. Did you mean memorySize?"));
  }

  @Test
  void asksForHandlerAndRuntimeOfAZipAndRefusesThemOfAnImage() {
    PropertyMap zip = INPUTS.without("handler").without("runtime");
    PropertyMap image =
        INPUTS.without("s3Bucket").without("s3Key").toBuilder()
            .put("packageType", "Image")
            .put("imageUri", "123456789012.dkr.ecr.eu-central-1.amazonaws.com/orders:1")
            .build();

    assertThat(properties(zip)).containsExactlyInAnyOrder("handler", "runtime");
    assertThat(properties(image)).containsExactlyInAnyOrder("handler", "runtime");
  }

  @Test
  void passesWhatIsNotKnownYet() {
    PropertyMap news =
        INPUTS.toBuilder()
            .put("role", Computed.INSTANCE)
            .put("memorySize", Computed.INSTANCE)
            .put("handler", Computed.INSTANCE)
            .put("environment", Computed.INSTANCE)
            .put("layers", PropertyValue.of(List.of(Computed.INSTANCE)))
            .put("tags", PropertyMap.of("owner", Computed.INSTANCE))
            .build();

    CheckResult result = check(PropertyMap.empty(), news);

    assertThat(result.failures()).isEmpty();
    assertThat(result.inputs().get("tagsAll"))
        .contains(PropertyValue.of(PropertyMap.of("owner", Computed.INSTANCE)));
  }

  @Test
  void checksSecretsAndKeepsThemSecret() {
    PropertyMap news = with("memorySize", new Secret(PropertyValue.of(64)));

    CheckResult result = check(PropertyMap.empty(), news);

    assertThat(result.failures()).hasSize(1);
    assertThat(result.inputs().get("memorySize").orElseThrow()).isInstanceOf(Secret.class);
  }

  @Test
  void overlaysDefaultTagsWithTheResourcesOwn() {
    TagPolicy policy =
        new TagPolicy(Map.of("team", "shop", "stage", "dev"), Set.of("cost"), List.of("tmp:"));
    PropertyMap tags =
        PropertyMap.builder().put("stage", "prod").put("cost", "1").put("tmp:x", "1").build();
    CheckRequest request =
        new CheckRequest(
            Driver.urn(TYPE, "thing"),
            PropertyMap.empty(),
            with("tags", PropertyValue.of(tags)),
            new byte[32],
            false);

    PropertyMap inputs = InputCheck.check(FunctionSchema.SCHEMA, request, policy).inputs();

    assertThat(inputs.textMap("tagsAll").orElseThrow())
        .isEqualTo(Map.of("team", "shop", "stage", "prod"));
  }

  @Test
  void seesNoChangeInWhatMeansTheSame() {
    PropertyMap old =
        INPUTS.toBuilder()
            .put("vpcConfig", vpc("subnet-1", "subnet-2"))
            .put("environment", PropertyMap.empty())
            .put("__meta", "{}")
            .build();
    PropertyMap news = INPUTS.toBuilder().put("vpcConfig", vpc("subnet-2", "subnet-1")).build();

    assertThat(diff(old, news).detailed()).isEmpty();
  }

  @Test
  void namesEveryPathThatChanges() {
    PropertyMap old =
        INPUTS.toBuilder()
            .put("vpcConfig", vpc("subnet-1", "subnet-2"))
            .putTexts("layers", List.of(layer(1)))
            .put("environment", environment(Map.of("A", "1", "B", "2")))
            .build();
    PropertyMap news =
        INPUTS.toBuilder()
            .put("vpcConfig", vpc("subnet-1", "subnet-3"))
            .putTexts("layers", List.of(layer(2), layer(3)))
            .put("environment", environment(Map.of("A", "9", "c.d", "3")))
            .build();

    assertThat(diff(old, news).detailed())
        .containsOnlyKeys(
            "vpcConfig.subnetIds[1]",
            "layers[0]",
            "layers[1]",
            "environment.variables.A",
            "environment.variables.B",
            "environment.variables[\"c.d\"]");
    assertThat(diff(old, news).detailed().get("environment.variables.B").kind())
        .isEqualTo(PropertyDiff.Kind.DELETE);
  }

  @Test
  void comparesSecretsByWhatTheyHold() {
    PropertyMap old = with("description", new Secret(PropertyValue.of("a")));

    assertThat(diff(old, with("description", PropertyValue.of("a"))).hasChanges()).isFalse();
    assertThat(diff(old, with("description", new Secret(PropertyValue.of("b")))).hasChanges())
        .isTrue();
  }

  @Test
  void keepsWhatAwsFilledInWhenTheProgramSaysNothing() {
    PropertyMap old =
        INPUTS.toBuilder()
            .putTexts("architectures", List.of("x86_64"))
            .put("ephemeralStorage", PropertyMap.builder().put("size", 512).build())
            .build();

    assertThat(diff(old, INPUTS).hasChanges()).isFalse();
  }

  @Test
  void replacesAFunctionWhosePackageTypeChangesAndDeletesItFirstWhenItsNameIsFixed() {
    PropertyMap fixed = with("name", PropertyValue.of("orders"));
    PropertyMap image = fixed.with("packageType", PropertyValue.of("Image"));

    DiffResult result = diff(fixed.with("packageType", PropertyValue.of("Zip")), image);

    assertThat(result.requiresReplacement()).isTrue();
    assertThat(result.deleteBeforeReplace()).isTrue();
  }

  @Test
  void createsTheNewFunctionFirstWhenTheNameItselfChangesOrWasDrawn() {
    PropertyMap old = with("name", PropertyValue.of("orders"));
    PropertyMap renamed = with("name", PropertyValue.of("sales"));
    PropertyMap drawn =
        old.toBuilder().put("packageType", "Image").putTexts("__defaults", List.of("name")).build();

    assertThat(diff(old, renamed).requiresReplacement()).isTrue();
    assertThat(diff(old, renamed).deleteBeforeReplace()).isFalse();
    assertThat(diff(old, drawn).requiresReplacement()).isTrue();
    assertThat(diff(old, drawn).deleteBeforeReplace()).isFalse();
  }

  @Test
  void seesChangedCodeByItsHashAlone() {
    PropertyMap old = with("code", archive("a.jar", "1"));

    assertThat(diff(old, with("code", archive("b.jar", "1"))).hasChanges()).isFalse();
    assertThat(diff(old, with("code", archive("a.jar", "2"))).detailed()).containsOnlyKeys("code");
  }

  @Test
  void takesNoNoticeOfIgnoredPaths() {
    PropertyMap old =
        INPUTS.toBuilder().put("environment", environment(Map.of("A", "1", "B", "1"))).build();
    PropertyMap news =
        INPUTS.toBuilder().put("environment", environment(Map.of("A", "2", "B", "2"))).build();

    assertThat(diff(old, news, "environment.variables[\"A\"]").detailed())
        .containsOnlyKeys("environment.variables.B");
    assertThat(diff(old, news, "environment.*.A", "environment.variables.B").hasChanges())
        .isFalse();
  }

  private static CheckResult check(PropertyMap olds, PropertyMap news) {
    return InputCheck.check(
        FunctionSchema.SCHEMA,
        new CheckRequest(Driver.urn(TYPE, "thing"), olds, news, new byte[32], false),
        TagPolicy.none());
  }

  private static List<String> properties(PropertyMap news) {
    return check(PropertyMap.empty(), news).failures().stream()
        .map(CheckFailure::property)
        .toList();
  }

  private static DiffResult diff(PropertyMap old, PropertyMap news, String... ignored) {
    return ResourceDiff.diff(
        FunctionSchema.SCHEMA,
        new DiffRequest(Driver.urn(TYPE, "thing"), "id", old, old, news, List.of(ignored)));
  }

  private static PropertyMap with(String name, PropertyValue value) {
    return INPUTS.with(name, value);
  }

  private static PropertyMap vpc(String... subnets) {
    return PropertyMap.builder()
        .putTexts("subnetIds", List.of(subnets))
        .putTexts("securityGroupIds", List.of("sg-1"))
        .build();
  }

  private static PropertyMap environment(Map<String, String> variables) {
    return PropertyMap.builder().putTextMap("variables", variables).build();
  }

  private static String layer(int version) {
    return "arn:aws:lambda:eu-central-1:123456789012:layer:one:" + version;
  }

  private static PropertyValue archive(String path, String hash) {
    return new ArchiveValue(new Archive.FileArchive(path, Optional.of(hash)));
  }
}
