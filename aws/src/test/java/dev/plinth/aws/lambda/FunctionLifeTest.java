/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.lambda;

import static dev.plinth.aws.testing.AwsErrors.conflict;
import static dev.plinth.aws.testing.AwsErrors.fault;
import static dev.plinth.aws.testing.AwsErrors.invalid;
import static dev.plinth.aws.testing.AwsErrors.refusal;
import static dev.plinth.aws.testing.AwsErrors.throttled;
import static dev.plinth.aws.testing.AwsErrors.timeout;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.plinth.aws.testing.Backend;
import dev.plinth.aws.testing.Backends;
import dev.plinth.aws.testing.Calls.Fault;
import dev.plinth.aws.testing.Deployed;
import dev.plinth.aws.testing.Driver;
import dev.plinth.engine.provider.PartialFailureException;
import dev.plinth.engine.provider.ProviderException;
import dev.plinth.engine.value.Archive;
import dev.plinth.engine.value.PropertyMap;
import dev.plinth.engine.value.PropertyValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.ec2.model.DescribeNetworkInterfacesResponse;
import software.amazon.awssdk.services.ec2.model.NetworkInterface;
import software.amazon.awssdk.services.lambda.model.CreateFunctionRequest;
import software.amazon.awssdk.services.lambda.model.GetFunctionResponse;
import software.amazon.awssdk.services.lambda.model.UpdateFunctionCodeRequest;
import software.amazon.awssdk.services.lambda.model.UpdateFunctionConfigurationRequest;

/** How functions are created, changed and deleted: calls, their order, and what is retried. */
final class FunctionLifeTest {
  private static final String TYPE = "aws:lambda/function:Function";

  private static final PropertyMap INPUTS =
      PropertyMap.builder()
          .put("name", "orders")
          .put("role", "arn:aws:iam::123456789012:role/orders")
          .put("runtime", "java21")
          .put("handler", "shop.Orders::handle")
          .put("s3Bucket", "artifacts")
          .put("s3Key", "orders.jar")
          .build();

  private static final PropertyValue VPC =
      PropertyValue.of(
          PropertyMap.builder()
              .putTexts("subnetIds", List.of("subnet-0aaaaaaaaaaaaaaa1"))
              .putTexts("securityGroupIds", List.of("sg-0aaaaaaaaaaaaaaa1"))
              .build());

  @TempDir Path folder;
  private Backend aws;
  private Driver driver;

  @BeforeEach
  void open() {
    aws = Backends.localAccount(folder);
    driver = new Driver(aws, folder);
  }

  @AfterEach
  void close() {
    driver.close();
  }

  @Test
  void waitsUntilTheFunctionIsActive() {
    driver.create(TYPE, INPUTS);

    assertThat(aws.calls().names()).startsWith("createFunction", "getFunction", "getFunction");
    assertThat(aws.time().passed()).isBetween(Duration.ofSeconds(3), Duration.ofSeconds(8));
  }

  @Test
  void asksForNoVersionsOfAFunctionThatPublishesNone() {
    driver.create(TYPE, INPUTS);

    assertThat(aws.calls().names())
        .doesNotContain("listVersionsByFunction", "getFunctionCodeSigningConfig");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The role defined for the function cannot be assumed by Lambda.",
        "The provided execution role does not have permissions to call CreateNetworkInterface",
        "Your request has been throttled by EC2, please make sure you have enough API rate limit.",
        "The KMS key is invalid for CreateGrant"
      })
  void waitsForWhatAwsHasNotCaughtUpWith(String message) {
    aws.calls().refuse("createFunction", invalid(message), 5);

    driver.create(TYPE, INPUTS);

    assertThat(aws.calls().names().stream().filter("createFunction"::equals)).hasSize(6);
  }

  @Test
  void givesUpOnARoleThatCannotBeAssumedForMinutes() {
    aws.calls()
        .refuse(
            "createFunction",
            invalid("The role defined for the function cannot be assumed by Lambda."),
            200);

    ProviderException failure =
        catchThrowableOfType(ProviderException.class, () -> driver.create(TYPE, INPUTS));

    assertThat(aws.time().passed()).isBetween(Duration.ofMinutes(4), Duration.ofMinutes(6));
    assertThat(failure)
        .hasMessageContaining("CreateFunction of Lambda function \"orders\" in eu-central-1 failed")
        .hasMessageContaining("InvalidParameterValueException")
        .hasMessageContaining("request id req-1");
    assertThat(failure.remedy()).hasValueSatisfying(r -> assertThat(r).contains("trust policy"));
  }

  @Test
  void failsAtOnceOnWhatWillNotMendItself() {
    aws.calls().refuse("createFunction", invalid("Uploaded file must be a non-empty zip"), 1);

    assertThatThrownBy(() -> driver.create(TYPE, INPUTS)).isInstanceOf(ProviderException.class);
    assertThat(aws.calls().names()).containsExactly("createFunction");
  }

  @Test
  void keepsCallingWhileAwsThrottles() {
    aws.calls().refuse("createFunction", throttled(), 7);
    aws.calls().refuse("getFunction", throttled(), 3);

    assertThat(driver.create(TYPE, INPUTS).outputs().text("arn")).isPresent();
  }

  @Test
  void refusesToTakeOverAFunctionThatIsThereAlready() {
    driver.create(TYPE, INPUTS);
    aws.calls().forget();

    assertThatThrownBy(() -> driver.create(TYPE, INPUTS))
        .hasMessageContaining("Function already exist");
    assertThat(aws.calls().names()).containsExactly("createFunction");
  }

  @Test
  void takesTheFunctionThatAnAttemptWithALostAnswerMade() {
    aws.calls().spoil("createFunction", new Fault.AnswerLost(timeout()));

    Deployed created = driver.create(TYPE, INPUTS);

    assertThat(created.outputs().text("arn")).isPresent();
    assertThat(aws.calls().names().stream().filter("createFunction"::equals)).hasSize(1);
  }

  @Test
  void createsAgainWhenTheLostCallHadNoEffect() {
    aws.calls().spoil("createFunction", new Fault.Refused(fault()));

    assertThat(driver.create(TYPE, INPUTS).id()).isEqualTo("orders");
    assertThat(aws.calls().names().stream().filter("createFunction"::equals)).hasSize(2);
  }

  @Test
  void doesNotTakeAFunctionThatIsNotAsAskedAfterALostAnswer() {
    driver.create(TYPE, INPUTS.with("memorySize", PropertyValue.of(512)));
    aws.calls().spoil("createFunction", new Fault.Refused(fault()));

    assertThatThrownBy(() -> driver.create(TYPE, INPUTS))
        .hasMessageContaining("Function already exist");
  }

  @Test
  void keepsAFunctionWhoseConcurrencyCouldNotBeReserved() {
    aws.calls()
        .refuse("putFunctionConcurrency", invalid("decreases UnreservedConcurrentExecution"), 1);
    PropertyMap inputs = INPUTS.with("reservedConcurrentExecutions", PropertyValue.of(5000));

    PartialFailureException failure =
        catchThrowableOfType(PartialFailureException.class, () -> driver.create(TYPE, inputs));

    assertThat(failure.id()).isEqualTo("orders");
    assertThat(failure.outputs().integer("reservedConcurrentExecutions")).contains(-1);
    assertThat(failure.remedy()).hasValueSatisfying(r -> assertThat(r).contains("100 executions"));
  }

  @Test
  void keepsAFunctionThatDoesNotBecomeActiveInTime() {
    aws.calls().refuse("getFunction", throttled(), 10_000);

    PartialFailureException failure =
        catchThrowableOfType(PartialFailureException.class, () -> driver.create(TYPE, INPUTS));

    assertThat(failure.id()).isEqualTo("orders");
    assertThat(failure.outputs().text("role")).isPresent();
  }

  @Test
  void keepsAFunctionThatAwsFailsToMakeAndSaysWhy() {
    aws.calls().spoil("getFunction", new Fault.Altered(FunctionLifeTest::failed));

    PartialFailureException failure =
        catchThrowableOfType(PartialFailureException.class, () -> driver.create(TYPE, INPUTS));

    assertThat(failure.id()).isEqualTo("orders");
    assertThat(failure).hasMessageContaining("SubnetOutOfIPAddresses: No addresses left");
  }

  @Test
  void saysThatAFunctionIsStillFailedWhenNoChangeMendedIt() {
    Deployed created = driver.create(TYPE, INPUTS);
    aws.calls().spoil("getFunction", new Fault.Altered(FunctionLifeTest::failed));

    assertThatThrownBy(() -> driver.update(created, INPUTS))
        .isNotInstanceOf(PartialFailureException.class)
        .hasMessageContaining("SubnetOutOfIPAddresses");
  }

  private static Object failed(Object answer) {
    return ((GetFunctionResponse) answer)
        .copy(
            response ->
                response.configuration(
                    function ->
                        function
                            .functionName("orders")
                            .state("Failed")
                            .stateReasonCode("SubnetOutOfIPAddresses")
                            .stateReason("No addresses left")));
  }

  @Test
  void reservesNothingUnlessAsked() {
    Deployed created = driver.create(TYPE, INPUTS);

    assertThat(aws.calls().names()).doesNotContain("putFunctionConcurrency");
    assertThat(created.outputs().integer("reservedConcurrentExecutions")).contains(-1);
  }

  @Test
  void reservesZeroToThrottleEverything() {
    PropertyMap throttling = INPUTS.with("reservedConcurrentExecutions", PropertyValue.of(0));
    Deployed created = driver.create(TYPE, throttling);
    assertThat(created.outputs().integer("reservedConcurrentExecutions")).contains(0);

    Deployed updated = driver.update(created, INPUTS);

    assertThat(updated.outputs().integer("reservedConcurrentExecutions")).contains(-1);
    assertThat(aws.calls().names()).contains("deleteFunctionConcurrency");
  }

  @Test
  void changesConfigurationBeforeCodeAndPublishesLast() {
    Deployed created = driver.create(TYPE, INPUTS);
    aws.calls().forget();

    Deployed updated =
        driver.update(
            created,
            INPUTS.toBuilder()
                .put("memorySize", 512)
                .put("s3Key", "orders-2.jar")
                .put("publish", true)
                .put("reservedConcurrentExecutions", 3)
                .put("tags", PropertyMap.builder().put("team", "shop").build())
                .build());

    assertThat(aws.calls().names().stream().filter(name -> !name.equals("getFunction")))
        .containsExactly(
            "tagResource",
            "updateFunctionConfiguration",
            "updateFunctionCode",
            "putFunctionConcurrency",
            "publishVersion");
    assertThat(updated.outputs().text("version")).contains("1");
    assertThat(updated.outputs().text("qualifiedArn").orElseThrow()).endsWith(":orders:1");
  }

  @Test
  void sendsOnlyWhatChanges() {
    Deployed created = driver.create(TYPE, INPUTS);

    driver.update(created, INPUTS.with("memorySize", PropertyValue.of(512)));

    UpdateFunctionConfigurationRequest sent =
        aws.calls().last(UpdateFunctionConfigurationRequest.class);
    assertThat(sent)
        .isEqualTo(
            UpdateFunctionConfigurationRequest.builder()
                .functionName("orders")
                .memorySize(512)
                .build());
  }

  @Test
  void clearsWhatIsTakenOut() {
    Deployed created =
        driver.create(
            TYPE,
            INPUTS.toBuilder()
                .put("environment", environment("STAGE", PropertyValue.of("dev")))
                .put("vpcConfig", VPC)
                .put("description", "Takes orders")
                .build());

    Deployed cleared = driver.update(created, INPUTS);

    UpdateFunctionConfigurationRequest sent =
        aws.calls().last(UpdateFunctionConfigurationRequest.class);
    assertThat(sent.environment().variables()).isEmpty();
    assertThat(sent.vpcConfig().subnetIds()).isEmpty();
    assertThat(sent.description()).isEmpty();
    assertThat(cleared.outputs().has("environment")).isFalse();
    assertThat(cleared.outputs().has("vpcConfig")).isFalse();
  }

  @Test
  void waitsForAnUpdateThatIsUnderWay() {
    Deployed created = driver.create(TYPE, INPUTS);
    aws.calls().refuse("updateFunctionConfiguration", conflict("An update is in progress"), 3);
    aws.calls().refuse("updateFunctionCode", conflict("An update is in progress"), 3);

    Deployed updated =
        driver.update(
            created, INPUTS.toBuilder().put("timeout", 9).put("s3Key", "orders-2.jar").build());

    assertThat(updated.outputs().integer("timeout")).contains(9);
  }

  @Test
  void changesTheArchitectureTogetherWithTheCode() {
    Deployed created = driver.create(TYPE, INPUTS);

    driver.update(created, INPUTS.toBuilder().putTexts("architectures", List.of("arm64")).build());

    UpdateFunctionCodeRequest sent = aws.calls().last(UpdateFunctionCodeRequest.class);
    assertThat(sent.architecturesAsStrings()).containsExactly("arm64");
    assertThat(sent.s3Key()).isEqualTo("orders.jar");
  }

  @Test
  void readsAFunctionNoOftenerThanItHasTo() {
    Deployed created = driver.create(TYPE, INPUTS);
    aws.time().sleep(Duration.ofMinutes(1));
    aws.calls().forget();

    driver.update(created, INPUTS.with("publish", PropertyValue.of(false)));

    assertThat(aws.calls().names()).containsExactly("getFunction");
  }

  @Test
  void failsAtOnceWhenTheFunctionToBeChangedIsGone() {
    Deployed created = driver.create(TYPE, INPUTS);
    aws.behind().lambda().deleteFunction(delete -> delete.functionName("orders"));

    assertThatThrownBy(() -> driver.update(created, INPUTS.with("timeout", PropertyValue.of(9))))
        .isInstanceOf(ProviderException.class)
        .isNotInstanceOf(PartialFailureException.class)
        .hasMessageContaining("ResourceNotFoundException");
  }

  @Test
  void reportsAnUpdateThatChangedNothingAsAPlainFailure() {
    Deployed created = driver.create(TYPE, INPUTS);
    aws.calls().refuse("updateFunctionConfiguration", invalid("no"), 1);

    assertThatThrownBy(() -> driver.update(created, INPUTS.with("timeout", PropertyValue.of(9))))
        .isInstanceOf(ProviderException.class)
        .isNotInstanceOf(PartialFailureException.class);
  }

  @Test
  void sendsCodeFromAFolderAndSendsItAgainOnlyWhenItChanges() throws IOException {
    Files.createDirectories(folder.resolve("app"));
    Files.writeString(folder.resolve("app/index.py"), "pass");
    PropertyMap inputs = INPUTS.without("s3Bucket").without("s3Key");
    Deployed created = driver.create(TYPE, inputs.with("code", code("1")));
    String hash = created.outputs().text("codeSha256").orElseThrow();

    assertThat(driver.diff(created, inputs.with("code", code("1"))).hasChanges()).isFalse();
    Files.writeString(folder.resolve("app/index.py"), "import os");
    Deployed updated = driver.update(created, inputs.with("code", code("2")));

    assertThat(updated.outputs().text("codeSha256")).isPresent().isNotEqualTo(hash);
    assertThat(driver.diff(updated, inputs.with("code", code("2"))).hasChanges()).isFalse();
  }

  private static PropertyValue code(String hash) {
    return new PropertyValue.ArchiveValue(new Archive.FileArchive("app", Optional.of(hash)));
  }

  @Test
  void changesTagsWithoutTouchingTheFunction() {
    Deployed created = driver.create(TYPE, INPUTS);
    aws.calls().forget();

    driver.update(created, INPUTS.with("tags", tags(Map.of("team", "shop"))));

    assertThat(aws.calls().names()).containsOnly("getFunction", "tagResource");
  }

  @Test
  void keepsWhatWasChangedWhenALaterStepFails() {
    Deployed created = driver.create(TYPE, INPUTS);
    aws.calls()
        .refuse("updateFunctionCode", refusal(400, "CodeVerificationFailedException", "no"), 1);
    PropertyMap news = INPUTS.toBuilder().put("timeout", 9).put("s3Key", "orders-2.jar").build();

    PartialFailureException failure =
        catchThrowableOfType(PartialFailureException.class, () -> driver.update(created, news));

    assertThat(failure.outputs().integer("timeout")).contains(9);
  }

  @Test
  void swapsSecurityGroupsBeforeDeleting() {
    Deployed created =
        driver.create(
            TYPE,
            INPUTS.toBuilder()
                .put("vpcConfig", VPC)
                .put("replaceSecurityGroupsOnDestroy", true)
                .putTexts("replacementSecurityGroupIds", List.of("sg-0aaaaaaaaaaaaaaa9"))
                .build());
    aws.calls().forget();

    driver.delete(created);

    assertThat(aws.calls().names())
        .containsSubsequence("updateFunctionConfiguration", "deleteFunction");
    assertThat(
            aws.calls()
                .last(UpdateFunctionConfigurationRequest.class)
                .vpcConfig()
                .securityGroupIds())
        .containsExactly("sg-0aaaaaaaaaaaaaaa9");
  }

  @Test
  void swapsInTheDefaultGroupOfTheVpcWhenNoneIsNamed() {
    Deployed created =
        driver.create(
            TYPE,
            INPUTS.toBuilder()
                .put("vpcConfig", VPC)
                .put("replaceSecurityGroupsOnDestroy", true)
                .build());
    aws.calls().forget();

    driver.delete(created);

    assertThat(aws.calls().names())
        .containsSubsequence(
            "describeSecurityGroups", "updateFunctionConfiguration", "deleteFunction");
  }

  @Test
  void deletesAFunctionWhoseSecurityGroupsCannotBeSwappedAndSaysSo() {
    Deployed created = createInVpc();
    aws.calls().refuse("updateFunctionConfiguration", invalid("The role cannot be found"), 1);

    driver.delete(created);

    assertThat(driver.refresh(created)).isEmpty();
    assertThat(driver.warnings())
        .singleElement()
        .asString()
        .contains("sg-0aaaaaaaaaaaaaaa1", "The role cannot be found", "for a while");
  }

  @Test
  void goesOnWhereAnInterruptedDeleteHadSwappedTheGroups() {
    Deployed created = createInVpc();
    aws.calls().refuse("deleteFunction", invalid("Not now"), 1);
    assertThatThrownBy(() -> driver.delete(created)).hasMessageContaining("DeleteFunction");

    driver.delete(created);

    assertThat(driver.refresh(created)).isEmpty();
    assertThat(driver.warnings()).isEmpty();
  }

  @Test
  void tellsWhichInterfacesOfTheFunctionAreLeft() {
    Deployed created = createInVpc();
    aws.calls()
        .spoil(
            "describeNetworkInterfaces",
            new Fault.Altered(
                answer ->
                    ((DescribeNetworkInterfacesResponse) answer)
                        .toBuilder()
                            .networkInterfaces(
                                NetworkInterface.builder().networkInterfaceId("eni-1").build())
                            .build()));

    driver.delete(created);

    assertThat(driver.warnings())
        .singleElement()
        .asString()
        .contains("eni-1", "sg-0aaaaaaaaaaaaaaa1", "20 minutes");
  }

  @Test
  void needsNoPermissionToLookAtInterfaces() {
    Deployed created = createInVpc();
    aws.calls().refuse("describeNetworkInterfaces", refusal(403, "UnauthorizedOperation", "no"), 1);

    driver.delete(created);

    assertThat(driver.warnings()).isEmpty();
  }

  private Deployed createInVpc() {
    return driver.create(
        TYPE,
        INPUTS.toBuilder()
            .put("vpcConfig", VPC)
            .put("replaceSecurityGroupsOnDestroy", true)
            .build());
  }

  @Test
  void leavesAFunctionThatIsNotToBeDestroyed() {
    Deployed created = driver.create(TYPE, INPUTS.with("skipDestroy", PropertyValue.of(true)));
    aws.calls().forget();

    driver.delete(created);

    assertThat(aws.calls().names()).isEmpty();
  }

  @Test
  void waitsForReplicasAsLongAsItIsAllowedTo() {
    Deployed created = driver.create(TYPE, INPUTS);
    aws.calls()
        .refuse(
            "deleteFunction",
            invalid("Lambda was unable to delete it because it is a replicated function."),
            100);

    driver.delete(created, Optional.of(Duration.ofHours(3)));

    assertThat(aws.time().passed()).isGreaterThan(Duration.ofMinutes(10));
  }

  @Test
  void neverRepeatsAnEnvironmentValueThatAwsRepeats() {
    aws.calls()
        .refuse("createFunction", invalid("Value '{TOKEN=hunter2}' at 'environment' failed"), 1);
    PropertyMap inputs =
        INPUTS.toBuilder()
            .put("environment", environment("TOKEN", PropertyValue.of("hunter2")))
            .build();

    assertThatThrownBy(() -> driver.create(TYPE, inputs))
        .hasMessageContaining("TOKEN=[secret]")
        .hasMessageNotContaining("hunter2")
        .hasNoCause();
  }

  @Test
  void keepsSecretsMarkedInOutputs() {
    PropertyValue secret = new PropertyValue.Secret(PropertyValue.of("hunter2"));
    PropertyMap inputs =
        INPUTS.toBuilder().put("environment", environment("TOKEN", secret)).build();

    Deployed created = driver.create(TYPE, inputs);

    assertThat(created.outputs().toString()).doesNotContain("hunter2").contains("[secret]");
    assertThat(driver.diff(created, inputs).hasChanges()).isFalse();
    assertThat(driver.refresh(created).orElseThrow().inputs().toString()).doesNotContain("hunter2");
  }

  @Test
  void endsItsWaitsWhenCancelled() {
    driver.provider().cancel();

    assertThatThrownBy(() -> driver.create(TYPE, INPUTS))
        .isInstanceOf(PartialFailureException.class)
        .hasMessageContaining("cancelled");
    assertThat(aws.calls().last(CreateFunctionRequest.class).functionName()).isEqualTo("orders");
  }

  private static PropertyMap environment(String name, PropertyValue value) {
    return PropertyMap.of("variables", PropertyValue.of(PropertyMap.of(name, value)));
  }

  private static PropertyValue tags(Map<String, String> tags) {
    PropertyMap.Builder values = PropertyMap.builder();
    tags.forEach(values::put);
    return PropertyValue.of(values.build());
  }
}
