/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.abort;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.plinth.aws.ResourceTypes;
import dev.plinth.aws.schema.Property;
import dev.plinth.aws.schema.ResourceSchema;
import dev.plinth.aws.schema.Trait;
import dev.plinth.aws.testing.AwsErrors;
import dev.plinth.aws.testing.Backend;
import dev.plinth.aws.testing.Backends;
import dev.plinth.aws.testing.Calls;
import dev.plinth.aws.testing.Deployed;
import dev.plinth.aws.testing.Driver;
import dev.plinth.engine.provider.Found;
import dev.plinth.engine.provider.ProviderException;
import dev.plinth.engine.provider.ReadResult;
import dev.plinth.engine.value.PropertyMap;
import dev.plinth.engine.value.PropertyValue;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.core.exception.SdkException;

/** The life of a resource of every type on every backend. */
final class ResourceContractTest {
  /** What AWS gives an id of its own however it is named, and what nobody can compare. */
  private static final Set<ContractCases> NOT_FOUND_AGAIN =
      Set.of(
          ContractCases.API,
          ContractCases.API_AUTHORIZER,
          ContractCases.API_INTEGRATION,
          ContractCases.BUCKET_OBJECT,
          ContractCases.LAYER_VERSION);

  @TempDir Path folder;
  private String test = "";
  private int accounts;

  @BeforeEach
  void keepTheName(TestInfo info) {
    test = info.getTestMethod().orElseThrow().getName();
  }

  static Stream<Arguments> cases() {
    return Stream.of(ContractCases.values())
        .flatMap(each -> Stream.of(Backends.Kind.values()).map(kind -> arguments(each, kind)));
  }

  static Stream<Arguments> changes() {
    return Stream.of(ContractCases.values())
        .flatMap(
            each ->
                each.changes().stream()
                    .flatMap(
                        change ->
                            Stream.of(Backends.Kind.values())
                                .map(kind -> arguments(each, change, kind))));
  }

  @Test
  void every_type_has_a_case() {
    TreeSet<String> covered = new TreeSet<>();
    Stream.of(ContractCases.values()).forEach(each -> covered.add(each.type()));

    assertThat(covered).isEqualTo(ResourceTypes.tokens());
  }

  @ParameterizedTest
  @MethodSource("cases")
  void a_created_resource_exists_and_shows_its_inputs(ContractCases which, Backends.Kind kind) {
    run(
        which,
        kind,
        (contract, backend, driver) -> {
          Deployed created = driver.create(contract.type(), contract.inputs());

          assertThat(contract.exists().test(backend.behind(), created.id())).isTrue();
          assertThat(created.outputs().asMap()).containsAllEntriesOf(contract.inputs().asMap());
          assertThat(created.outputs().containsUnknowns()).isFalse();
        });
  }

  @ParameterizedTest
  @MethodSource("cases")
  void outputs_are_declared_and_of_their_kind(ContractCases which, Backends.Kind kind) {
    run(
        which,
        kind,
        (contract, backend, driver) -> {
          Deployed created = driver.create(contract.type(), contract.inputs());

          ResourceSchema schema = ResourceTypes.find(contract.type()).schema();
          for (String name : created.outputs().names()) {
            Property property = schema.shape().property(name);
            assertThat(property).as(name).isNotNull();
          }
        });
  }

  @ParameterizedTest
  @MethodSource("cases")
  void nothing_changes_when_the_program_does_not(ContractCases which, Backends.Kind kind) {
    run(
        which,
        kind,
        (contract, backend, driver) -> {
          Deployed created = driver.create(contract.type(), contract.inputs());
          assertThat(driver.diff(created, contract.inputs()).detailed()).isEmpty();

          Deployed refreshed = driver.refresh(created).orElseThrow();
          assertThat(refreshed.inputs()).isEqualTo(created.inputs());
          assertThat(refreshed.outputs()).isEqualTo(created.outputs());
          assertThat(driver.diff(refreshed, contract.inputs()).detailed()).isEmpty();
        });
  }

  @ParameterizedTest
  @MethodSource("changes")
  void a_change_is_made_in_place_and_taken_back(
      ContractCases which, String change, Backends.Kind kind) {
    run(
        which,
        change,
        kind,
        (contract, backend, driver) -> {
          Deployed created = driver.create(contract.type(), contract.inputs());
          PropertyMap changed = contract.inputs().with(change, contract.changes().get(change));

          assertThat(driver.diff(created, changed).requiresReplacement()).isFalse();
          assertThat(driver.diff(created, changed).detailed().keySet())
              .anyMatch(path -> path.startsWith(change));
          Deployed updated = driver.update(created, changed);
          assertThat(driver.diff(updated, changed).detailed()).isEmpty();
          assertThat(driver.refresh(updated).orElseThrow().inputs()).isEqualTo(updated.inputs());

          Deployed back = driver.update(updated, contract.inputs());
          assertThat(driver.diff(back, contract.inputs()).detailed()).isEmpty();
          assertThat(driver.refresh(back).orElseThrow().outputs()).isEqualTo(back.outputs());
        });
  }

  @ParameterizedTest
  @MethodSource("changes")
  void a_resource_can_be_created_with_the_change_in_it(
      ContractCases which, String change, Backends.Kind kind) {
    run(
        which,
        change,
        kind,
        (contract, backend, driver) -> {
          PropertyMap inputs = contract.inputs().with(change, contract.changes().get(change));

          Deployed created = driver.create(contract.type(), inputs);

          assertThat(driver.diff(created, inputs).detailed()).isEmpty();
        });
  }

  @ParameterizedTest
  @MethodSource("changes")
  void a_preview_foresees_what_the_update_does(
      ContractCases which, String change, Backends.Kind kind) {
    run(
        which,
        change,
        kind,
        (contract, backend, driver) -> {
          Deployed created = driver.create(contract.type(), contract.inputs());
          PropertyMap changed = contract.inputs().with(change, contract.changes().get(change));
          backend.calls().forget();
          PropertyMap foreseen = driver.previewUpdate(created, changed);
          assertThat(backend.calls().names()).isEmpty();

          PropertyMap updated = driver.update(created, changed).outputs();

          for (Map.Entry<String, PropertyValue> output : foreseen.asMap().entrySet()) {
            if (!output.getValue().containsUnknowns() && updated.has(output.getKey())) {
              assertThat(Foreseen.of(output.getValue()))
                  .as(output.getKey())
                  .isEqualTo(Foreseen.of(updated.get(output.getKey()).orElseThrow()));
            }
          }
        });
  }

  @ParameterizedTest
  @MethodSource("cases")
  void a_create_that_takes_a_token_has_one_and_keeps_it_when_an_answer_is_lost(
      ContractCases which, Backends.Kind kind) {
    Assumptions.assumeTrue(kind == Backends.Kind.LOCAL_ACCOUNT, "the requests are the same");
    List<String> taking = new ArrayList<>();
    run(
        which,
        kind,
        (contract, backend, driver) -> {
          driver.create(contract.type(), contract.inputs());
          for (AwsRequest request : backend.calls().requests()) {
            if (Tokens.field(request).isPresent()) {
              assertThat(Tokens.given(request)).as(request.toString()).isPresent();
              taking.add(Tokens.method(request));
            }
          }
        });
    if (taking.isEmpty()) {
      return;
    }
    run(
        which,
        kind,
        (contract, backend, driver) -> {
          backend.calls().spoil(taking.get(0), new Calls.Fault.AnswerLost(AwsErrors.timeout()));
          driver.create(contract.type(), contract.inputs());
          assertThat(
                  backend.calls().requests().stream()
                      .filter(request -> Tokens.method(request).equals(taking.get(0)))
                      .map(Tokens::given)
                      .distinct())
              .hasSize(1);
        });
  }

  @ParameterizedTest
  @MethodSource("cases")
  void some_changes_replace(ContractCases which, Backends.Kind kind) {
    run(
        which,
        kind,
        (contract, backend, driver) -> {
          Deployed created = driver.create(contract.type(), contract.inputs());

          contract
              .replacing()
              .forEach(
                  (name, with) -> {
                    PropertyMap news = contract.inputs().toBuilder().putAll(with).build();
                    var diff = driver.diff(created, news);
                    assertThat(diff.requiresReplacement()).as(name).isTrue();
                    assertThat(diff.deleteBeforeReplace())
                        .as("only what stays the same collides")
                        .isEqualTo(collides(contract, with));
                  });
        });
  }

  @ParameterizedTest
  @MethodSource("cases")
  void drift_is_seen_and_mended(ContractCases which, Backends.Kind kind) {
    run(
        which,
        kind,
        (contract, backend, driver) -> {
          Deployed created = driver.create(contract.type(), contract.inputs());
          contract.meddle().accept(backend.behind(), created.id());
          if (contract.drifted().isEmpty()) {
            assertThat(driver.refresh(created)).isEmpty();
            return;
          }
          Deployed drifted = driver.refresh(created).orElseThrow();
          assertThat(driver.diff(drifted, contract.inputs()).detailed())
              .containsOnlyKeys(contract.drifted());

          Deployed mended = driver.update(drifted, contract.inputs());
          assertThat(driver.diff(mended, contract.inputs()).detailed()).isEmpty();
        });
  }

  @ParameterizedTest
  @MethodSource("cases")
  void an_interrupted_create_is_found_again(ContractCases which, Backends.Kind kind) {
    run(
        which,
        kind,
        (contract, backend, driver) -> {
          Deployed created = driver.create(contract.type(), contract.inputs());
          if (NOT_FOUND_AGAIN.contains(which)) {
            assertThat(driver.find(created)).isInstanceOf(Found.Unknown.class);
            return;
          }

          assertThat(driver.find(created))
              .isInstanceOfSatisfying(
                  Found.Created.class,
                  found -> {
                    assertThat(found.resource().id()).isEqualTo(created.id());
                    assertThat(found.resource().inputs()).isEqualTo(created.inputs());
                    assertThat(found.resource().outputs()).isEqualTo(created.outputs());
                  });

          driver.delete(created);
          assertThat(driver.find(created)).isInstanceOf(Found.NotCreated.class);
        });
  }

  @ParameterizedTest
  @MethodSource("cases")
  void what_others_made_of_it_is_not_taken_for_what_a_create_made(
      ContractCases which, Backends.Kind kind) {
    Assumptions.assumeTrue(kind == Backends.Kind.LOCAL_ACCOUNT, "the comparison is ours");
    run(
        which,
        kind,
        (contract, backend, driver) -> {
          Assumptions.assumeFalse(
              ResourceTypes.find(contract.type()).setLater().stream()
                  .anyMatch(contract.drifted()::startsWith),
              "a create may be interrupted before it sets this");
          Deployed created = driver.create(contract.type(), contract.inputs());
          contract.meddle().accept(backend.behind(), created.id());

          boolean isGone = contract.drifted().isEmpty() && !NOT_FOUND_AGAIN.contains(which);
          assertThat(driver.find(created))
              .isInstanceOf(isGone ? Found.NotCreated.class : Found.Unknown.class);
        });
  }

  @ParameterizedTest
  @MethodSource("cases")
  void an_import_finds_the_inputs(ContractCases which, Backends.Kind kind) {
    run(
        which,
        kind,
        (contract, backend, driver) -> {
          Deployed created = driver.create(contract.type(), contract.inputs());

          ReadResult imported =
              driver.read(contract.type(), contract.importId().apply(created.id()));

          assertThat(imported.exists()).isTrue();
          assertThat(imported.id()).isEqualTo(created.id());
          Deployed adopted =
              new Deployed(created.urn(), imported.id(), imported.inputs(), imported.outputs());
          assertThat(driver.diff(adopted, contract.inputs()).detailed())
              .allSatisfy(
                  (path, difference) ->
                      assertThat(difference.replaces())
                          .as("%s, which AWS tells", path)
                          .matches(replaces -> !replaces || !isTold(contract, path)));
        });
  }

  @ParameterizedTest
  @MethodSource("cases")
  void a_deleted_resource_is_gone_and_deleting_it_again_is_fine(
      ContractCases which, Backends.Kind kind) {
    run(
        which,
        kind,
        (contract, backend, driver) -> {
          Deployed created = driver.create(contract.type(), contract.inputs());

          driver.delete(created);
          driver.delete(created);

          assertThat(contract.exists().test(backend.behind(), created.id())).isFalse();
          assertThat(driver.refresh(created)).isEmpty();
        });
  }

  /** Whether an import can know a property. */
  private static boolean isTold(ContractCase contract, String path) {
    Property property = ResourceTypes.find(contract.type()).schema().shape().property(path);
    return property == null || !property.is(Trait.UNREADABLE);
  }

  /** Whether the new resource would be taken for the old one. */
  private static boolean collides(ContractCase contract, PropertyMap with) {
    ResourceSchema schema = ResourceTypes.find(contract.type()).schema();
    List<String> identity = schema.identity();
    return schema.deletesFirst() || (!identity.isEmpty() && identity.stream().noneMatch(with::has));
  }

  private void run(ContractCases which, Backends.Kind kind, Story story) {
    run(which, "", kind, story);
  }

  private void run(ContractCases which, String change, Backends.Kind kind, Story story) {
    Path own = folder.resolve(Integer.toString(accounts++));
    try (Backend backend = kind.open(own);
        Driver driver = new Driver(backend, own)) {
      ContractCase contract = which.in(Setting.of(backend, driver));
      MotoDifferences.find(kind, which, change, test)
          .ifPresentOrElse(
              known -> failAsKnown(known, () -> story.tell(contract, backend, driver)),
              () -> story.tell(contract, backend, driver));
    }
  }

  /** A difference that is no more has to be taken out; one that is there skips the test. */
  private static void failAsKnown(MotoDifferences.Difference known, ThrowingCallable story) {
    assertThatThrownBy(story)
        .as("no longer so, take it out of MotoDifferences: %s", known.reason())
        .isInstanceOfAny(AssertionError.class, ProviderException.class, SdkException.class)
        .hasStackTraceContaining(known.sign());
    abort(known.reason());
  }

  /** One test of one resource on one backend. */
  private interface Story {
    void tell(ContractCase contract, Backend backend, Driver driver);
  }
}
