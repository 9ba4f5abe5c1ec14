/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.cloudwatch;

import static dev.plinth.aws.testing.AwsErrors.refusal;
import static dev.plinth.aws.testing.AwsErrors.timeout;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.plinth.aws.testing.Backend;
import dev.plinth.aws.testing.Backends;
import dev.plinth.aws.testing.Calls.Fault;
import dev.plinth.aws.testing.Deployed;
import dev.plinth.aws.testing.Driver;
import dev.plinth.engine.provider.FindRequest;
import dev.plinth.engine.provider.Found;
import dev.plinth.engine.provider.PartialFailureException;
import dev.plinth.engine.provider.ProviderException;
import dev.plinth.engine.value.PropertyMap;
import dev.plinth.engine.value.PropertyValue;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How log groups are created, changed and deleted. */
final class LogGroupLifeTest {
  private static final String TYPE = "aws:cloudwatch/logGroup:LogGroup";
  private static final String NAME = "/aws/lambda/orders";
  private static final PropertyMap INPUTS =
      PropertyMap.builder().put("name", NAME).put("retentionInDays", 30).build();

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
  void createsTheGroupThenSetsItsRetention() {
    driver.create(TYPE, INPUTS);

    assertThat(aws.calls().names())
        .containsExactly("createLogGroup", "putRetentionPolicy", "describeLogGroups");
  }

  @Test
  void showsTheArnWithoutTheStreams() {
    assertThat(driver.create(TYPE, INPUTS).outputs().text("arn"))
        .contains("arn:aws:logs:eu-central-1:123456789012:log-group:/aws/lambda/orders");
  }

  @Test
  void setsNoRetentionForAGroupThatKeepsEverything() {
    driver.create(TYPE, INPUTS.with("retentionInDays", PropertyValue.of(0)));

    assertThat(aws.calls().names()).doesNotContain("putRetentionPolicy");
  }

  @Test
  void takesTheRetentionAway() {
    Deployed created = driver.create(TYPE, INPUTS);

    Deployed updated = driver.update(created, INPUTS.without("retentionInDays"));

    assertThat(aws.calls().names()).contains("deleteRetentionPolicy");
    assertThat(updated.outputs().integer("retentionInDays")).contains(0);
  }

  @Test
  void refusesToTakeOverAGroupThatIsThereAlready() {
    driver.create(TYPE, INPUTS);

    ProviderException failure =
        catchThrowableOfType(ProviderException.class, () -> driver.create(TYPE, INPUTS));

    assertThat(failure).hasMessageContaining("ResourceAlreadyExistsException");
    assertThat(failure.remedy()).hasValueSatisfying(r -> assertThat(r).contains("Import"));
  }

  @Test
  void takesOverTheGroupThatLambdaMadeWhenTheFunctionWasQuicker() {
    lambdaWrites();
    PropertyMap inputs =
        INPUTS.toBuilder()
            .putTextMap("tags", Map.of("team", "shop"))
            .put("kmsKeyId", "arn:aws:kms:eu-central-1:123456789012:key/1")
            .build();

    Deployed created = driver.create(TYPE, inputs);

    assertThat(created.outputs().integer("retentionInDays")).contains(30);
    assertThat(created.outputs().textMap("tags").orElseThrow()).containsEntry("team", "shop");
    assertThat(driver.diff(created, inputs).detailed()).isEmpty();
    assertThat(driver.warnings()).singleElement().asString().contains("taken over");
  }

  @Test
  void takesNoGroupOverThatLambdaWouldNotMake() {
    PropertyMap inputs = PropertyMap.builder().put("name", "/shop/orders").build();
    aws.behind().logs().createLogGroup(create -> create.logGroupName("/shop/orders"));
    lambdaWrites();
    aws.behind()
        .logs()
        .tagResource(
            tag ->
                tag.resourceArn("arn:aws:logs:eu-central-1:123456789012:log-group:" + NAME)
                    .tags(Map.of("owner", "somebody")));

    assertThatThrownBy(() -> driver.create(TYPE, inputs)).hasMessageContaining("AlreadyExists");
    assertThatThrownBy(() -> driver.create(TYPE, INPUTS)).hasMessageContaining("AlreadyExists");
    assertThat(driver.warnings()).isEmpty();
  }

  @Test
  void takesNoGroupOverWhoseClassCannotBeMadeWhatIsAskedFor() {
    lambdaWrites();

    assertThatThrownBy(
            () ->
                driver.create(
                    TYPE, INPUTS.with("logGroupClass", PropertyValue.of("INFREQUENT_ACCESS"))))
        .hasMessageContaining("AlreadyExists");
  }

  @Test
  void deletesTheGroupThatALateWriterMakesAgain() {
    Deployed created = driver.create(TYPE, INPUTS);
    aws.calls().spoil("deleteLogGroup", new Fault.Altered(this::lambdaWritesAgain));
    aws.calls().forget();

    driver.delete(created);

    assertThat(aws.calls().names())
        .containsExactly(
            "deleteLogGroup", "describeLogGroups", "listTagsForResource", "deleteLogGroup");
    assertThat(driver.refresh(created)).isEmpty();
  }

  @Test
  void leavesAGroupThatSomebodyElseMadeAfterTheDelete() {
    Deployed created = driver.create(TYPE, INPUTS);
    aws.calls()
        .spoil(
            "deleteLogGroup",
            new Fault.Altered(
                answer -> {
                  lambdaWrites();
                  aws.behind()
                      .logs()
                      .putRetentionPolicy(put -> put.logGroupName(NAME).retentionInDays(1));
                  return answer;
                }));

    driver.delete(created);

    assertThat(driver.refresh(created)).isPresent();
  }

  @Test
  void looksOnlyOnceAtAGroupThatNoFunctionWritesTo() {
    Deployed created =
        driver.create(TYPE, PropertyMap.builder().put("name", "/shop/orders").build());
    aws.calls().forget();

    driver.delete(created);

    assertThat(aws.calls().names()).containsExactly("deleteLogGroup");
    assertThat(aws.time().passed()).isZero();
  }

  private Object lambdaWritesAgain(Object answer) {
    lambdaWrites();
    return answer;
  }

  private void lambdaWrites() {
    aws.behind().logs().createLogGroup(create -> create.logGroupName(NAME));
  }

  @Test
  void takesTheGroupThatAnAttemptWithALostAnswerMade() {
    aws.calls().spoil("createLogGroup", new Fault.AnswerLost(timeout()));

    Deployed created = driver.create(TYPE, INPUTS);

    assertThat(created.outputs().integer("retentionInDays")).contains(30);
  }

  @Test
  void keepsAGroupWhoseRetentionCouldNotBeSet() {
    aws.calls().refuse("putRetentionPolicy", refusal(400, "InvalidParameterException", "no"), 1);

    PartialFailureException failure =
        catchThrowableOfType(PartialFailureException.class, () -> driver.create(TYPE, INPUTS));

    assertThat(failure.id()).isEqualTo("/aws/lambda/orders");
    assertThat(failure.outputs().integer("retentionInDays")).contains(0);
  }

  @Test
  void waitsUntilPermissionsOnTagsAreSeen() {
    aws.calls()
        .refuse(
            "putRetentionPolicy",
            refusal(400, "AccessDeniedException", "because no identity-based policy allows it"),
            3);

    assertThat(driver.create(TYPE, INPUTS).id()).isNotEmpty();
  }

  @Test
  void waitsForAnotherOperationOnTheGroupToEnd() {
    Deployed created = driver.create(TYPE, INPUTS);
    aws.calls().refuse("deleteLogGroup", refusal(400, "OperationAbortedException", "try again"), 3);

    driver.delete(created);

    assertThat(driver.refresh(created)).isEmpty();
  }

  @Test
  void findsANameByItsPrefix() {
    PropertyMap inputs = PropertyMap.builder().put("namePrefix", "/shop/").build();

    assertThat(driver.previewCreate(TYPE, inputs).isKnown("name")).isFalse();
    Deployed created = driver.create(TYPE, inputs);

    assertThat(created.id()).startsWith("/shop/").hasSize("/shop/".length() + 26);
    assertThat(driver.diff(created, inputs).hasChanges()).isFalse();
  }

  @Test
  void leavesAGroupThatIsNotToBeDestroyed() {
    Deployed created = driver.create(TYPE, INPUTS.with("skipDestroy", PropertyValue.of(true)));
    aws.calls().forget();

    driver.delete(created);

    assertThat(aws.calls().names()).isEmpty();
  }

  @Test
  void setsDefaultTagsToo() {
    PropertyMap config =
        PropertyMap.builder().put("defaultTags", "{\"tags\":{\"team\":\"shop\"}}").build();
    try (Driver tagging = new Driver(aws, config, folder)) {
      Deployed created = tagging.create(TYPE, INPUTS);

      assertThat(created.outputs().textMap("tagsAll").orElseThrow()).containsEntry("team", "shop");
      assertThat(created.outputs().textMap("tags").orElseThrow()).isEmpty();
      assertThat(tagging.diff(created, INPUTS).hasChanges()).isFalse();
    }
  }

  @Test
  void refusesAnAccountThatIsNotAllowed() {
    PropertyMap config =
        PropertyMap.builder().put("allowedAccountIds", "[\"999999999999\"]").build();
    try (Driver guarded = new Driver(aws, config, folder)) {
      assertThatThrownBy(() -> guarded.create(TYPE, INPUTS)).hasMessageContaining("123456789012");
      assertThat(aws.calls().names()).containsExactly("getCallerIdentity");
    }
  }

  @Test
  void findsWhatAnInterruptedCreateMadeByItsName() {
    Deployed created = driver.create(TYPE, INPUTS);

    assertThat(find(created, created.inputs()))
        .isInstanceOfSatisfying(
            Found.Created.class,
            answer -> assertThat(answer.resource().id()).isEqualTo(created.id()));
  }

  @Test
  void aGroupOfTheNameThatIsNotAsAskedIsNotTakenForOurs() {
    Deployed created = driver.create(TYPE, INPUTS);

    assertThat(
            find(
                created,
                created.inputs().with("logGroupClass", PropertyValue.of("INFREQUENT_ACCESS"))))
        .isInstanceOf(Found.Unknown.class);
    assertThat(find(created, created.inputs().with("name", PropertyValue.of("/other"))))
        .isEqualTo(new Found.NotCreated());
  }

  private Found find(Deployed created, PropertyMap inputs) {
    return driver.provider().find(new FindRequest(created.urn(), inputs, "an-intent"));
  }
}
