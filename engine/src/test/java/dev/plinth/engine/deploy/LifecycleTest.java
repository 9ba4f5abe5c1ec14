/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.deploy;

import static dev.plinth.engine.deploy.TestStack.props;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.plinth.engine.event.RunResult;
import dev.plinth.engine.provider.PartialFailureException;
import dev.plinth.engine.provider.ProviderException;
import dev.plinth.engine.state.PendingOperation;
import dev.plinth.engine.state.ResourceState;
import dev.plinth.engine.step.Op;
import dev.plinth.engine.value.Archive.FileArchive;
import dev.plinth.engine.value.PropertyMap;
import dev.plinth.engine.value.PropertyValue;
import dev.plinth.engine.value.PropertyValue.ArchiveValue;
import dev.plinth.engine.value.PropertyValue.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The life of a stack's resources, from run to run. */
class LifecycleTest {
  private final TestStack stack = new TestStack();

  private static ScriptedProgram program() {
    return new ScriptedProgram();
  }

  @Test
  void anEmptyProgramMakesAStackAndDestroyLeavesNothing() {
    assertThat(stack.up(program()).result()).isEqualTo(RunResult.SUCCEEDED);
    assertThat(stack.snapshot.resources()).hasSize(1);

    stack.destroy();

    assertThat(stack.snapshot.resources()).isEmpty();
  }

  @Test
  void createsWhatTheProgramRegisters() {
    DeploymentResult result = stack.up(program().resource("a", "size", "1"));

    assertThat(stack.provider.live.values()).containsExactly(props("size", "1"));
    assertThat(stack.state("a").outputs().text("arn")).contains("arn:a-1");
    assertThat(stack.state("a").created()).contains(TestStack.CLOCK.instant());
    assertThat(result.changes()).containsEntry(Op.CREATE, 2);
  }

  @Test
  void changesNothingAndWritesNothingTheSecondTime() {
    ScriptedProgram program = program().resource("a", "size", "1").dependent("b", "of", "a");
    stack.up(program);
    stack.provider.calls.clear();
    stack.saves.clear();

    DeploymentResult result = stack.up(program);

    assertThat(result.changes()).containsOnlyKeys(Op.SAME);
    assertThat(stack.provider.calls).isEmpty();
    assertThat(stack.saves).isEmpty();
  }

  @Test
  void updatesInPlaceWhereTheProviderCan() {
    stack.up(program().resource("a", "size", "1"));

    stack.up(program().resource("a", "size", "2"));

    assertThat(stack.steps()).containsExactly("update a");
    assertThat(stack.provider.live).containsOnlyKeys("a-1");
    assertThat(stack.state("a").inputs()).isEqualTo(props("size", "2"));
  }

  @Test
  void replacesByCreatingTheNewBeforeDeletingTheOld() {
    stack.up(program().resource("a", "fixedName", "1").dependent("b", "of", "a"));
    stack.provider.calls.clear();

    DeploymentResult result =
        stack.up(program().resource("a", "fixedName", "2").dependent("b", "of", "a"));

    assertThat(stack.provider.calls).containsExactly("create a", "update b", "delete a");
    assertThat(stack.names()).containsExactly("a", "b");
    assertThat(result.changes()).containsEntry(Op.REPLACE, 1).containsEntry(Op.UPDATE, 1);
    assertThat(result.changes()).doesNotContainKeys(Op.CREATE, Op.DELETE);
  }

  @Test
  void deletesFirstWhereTheProviderMustAndTakesAlongWhoCannotStay() {
    ScriptedProgram before =
        program()
            .resource("a", "fixedName", "1")
            .dependent("b", "fixedOf", "a")
            .dependent("c", "of", "a");
    ScriptedProgram after =
        program()
            .resource("a", "fixedName", "2")
            .dependent("b", "fixedOf", "a")
            .dependent("c", "of", "a");
    stack.up(before);
    stack.provider.deleteBeforeReplace = true;
    stack.provider.calls.clear();

    stack.up(after);

    assertThat(stack.provider.calls.subList(0, 3))
        .containsExactly("delete b", "delete a", "create a");
    assertThat(stack.provider.calls).contains("create b", "update c").hasSize(5);
    assertThat(stack.names()).containsExactlyInAnyOrder("a", "b", "c");
  }

  @Test
  void theProgramCanForbidDeletingFirst() {
    UnaryOperator<RegisterRequest> createFirst =
        request -> Requests.deleteBeforeReplace(request, false);
    stack.up(program().resource("a", props("fixedName", "1"), Map.of(), createFirst));
    stack.provider.deleteBeforeReplace = true;
    stack.provider.calls.clear();

    stack.up(program().resource("a", props("fixedName", "2"), Map.of(), createFirst));

    assertThat(stack.provider.calls).containsExactly("create a", "delete a");
  }

  @Test
  void deletesWhatTheProgramNoLongerHasDependentsFirst() {
    stack.up(
        program().resource("a").dependent("b", "of", "a").dependent("c", "of", "b").resource("d"));
    stack.provider.calls.clear();

    stack.up(program().resource("d"));

    assertThat(stack.provider.calls).containsExactly("delete c", "delete b", "delete a");
    assertThat(stack.names()).containsExactly("d");
  }

  @Test
  void previewShowsTheStepsAndTouchesNothing() {
    stack.up(program().resource("a", "fixedName", "1").resource("gone"));

    DeploymentResult result =
        stack.preview(program().resource("a", "fixedName", "2").resource("b"));

    assertThat(stack.steps())
        .containsExactlyInAnyOrder(
            "create-replacement a", "replace a", "create b", "delete gone", "delete-replaced a");
    assertThat(result.changes())
        .containsEntry(Op.CREATE, 1)
        .containsEntry(Op.REPLACE, 1)
        .containsEntry(Op.DELETE, 1);
  }

  @Test
  void inAPreviewADependentSeesUnknownOutputs() {
    stack.preview(program().resource("a").dependent("b", "of", "a"));

    assertThat(stack.steps()).contains("create a", "create b");
  }

  @Test
  void keepsStackOutputsAndShowsThemInTheResult() {
    DeploymentResult result = stack.up(program().outputs("url", "https://x"));

    assertThat(result.outputs()).isEqualTo(props("url", "https://x"));
    assertThat(stack.snapshot.resources().get(0).outputs()).isEqualTo(props("url", "https://x"));
  }

  @Test
  void stackOutputsSurviveAFailedRun() {
    stack.up(program().resource("a").outputs("url", "https://x"));
    stack.provider.beforeCreate =
        request -> {
          throw new ProviderException("no more of these");
        };

    stack.up(program().resource("a").resource("b").outputs("other", "1"));

    assertThat(stack.snapshot.resources().stream().filter(s -> s.urn().name().equals("shop-dev")))
        .first()
        .satisfies(
            root -> assertThat(root.outputs()).isEqualTo(props("url", "https://x", "other", "1")));
  }

  @Test
  void aFailedCreateFailsTheRunAndKeepsWhatWasDone() {
    stack.provider.beforeCreate =
        request -> {
          if (request.urn().name().equals("b")) {
            throw new ProviderException("quota exceeded", "ask for more", null);
          }
        };

    DeploymentResult result =
        stack.up(program().resource("a").dependent("b", "of", "a").dependent("c", "of", "b"));

    assertThat(result.result()).isEqualTo(RunResult.FAILED);
    assertThat(stack.errors()).containsExactly("quota exceeded");
    assertThat(stack.names()).containsExactly("a");
    assertThat(stack.snapshot.pendingOperations()).isEmpty();
  }

  @Test
  void aProviderFailureThatIsABugIsReportedAndFailsTheRun() {
    stack.provider.beforeCreate =
        request -> {
          throw new IllegalStateException("boom");
        };

    DeploymentResult result = stack.up(program().resource("a"));

    assertThat(result.result()).isEqualTo(RunResult.FAILED);
    assertThat(stack.errors())
        .containsExactly("internal error: java.lang.IllegalStateException: boom");
  }

  @Test
  void aHalfMadeResourceIsKeptWithItsReasonsAndMendedByTheNextRun() {
    stack.provider.beforeCreate =
        request -> {
          throw new PartialFailureException(
              "a-0", props("arn", "arn:a-0"), List.of("never became active"), null);
        };
    assertThat(stack.up(program().resource("a")).result()).isEqualTo(RunResult.FAILED);
    assertThat(stack.state("a").initErrors()).containsExactly("never became active");

    DeploymentResult result = stack.up(program().resource("a"));

    assertThat(result.result()).isEqualTo(RunResult.SUCCEEDED);
    assertThat(stack.steps()).containsExactly("update a");
    assertThat(stack.state("a").initErrors()).isEmpty();
  }

  @Test
  void aFailedUpdateThatChangedSomethingKeepsTheOldInputs() {
    stack.up(program().resource("a", "size", "1"));
    stack.provider.beforeUpdate =
        request -> {
          throw new PartialFailureException(
              "a-1", props("size", "half"), List.of("stopped half way"), null);
        };

    stack.up(program().resource("a", "size", "2"));

    assertThat(stack.state("a").inputs()).isEqualTo(props("size", "1"));
    assertThat(stack.state("a").outputs()).isEqualTo(props("size", "half"));
  }

  @Test
  void aCreateThatFailsDuringAReplacementLeavesTheOldInUse() {
    stack.up(program().resource("a", "fixedName", "1"));
    stack.provider.beforeCreate =
        request -> {
          throw new ProviderException("name taken");
        };

    stack.up(program().resource("a", "fixedName", "2"));

    assertThat(stack.names()).containsExactly("a");
    assertThat(stack.state("a").inputs()).isEqualTo(props("fixedName", "1"));
  }

  @Test
  void aReplacementInterruptedAfterItsDeleteIsResumed() {
    stack.up(program().resource("a", "fixedName", "1"));
    stack.provider.deleteBeforeReplace = true;
    stack.provider.beforeCreate =
        request -> {
          throw new ProviderException("try later");
        };
    stack.up(program().resource("a", "fixedName", "2"));
    assertThat(stack.state("a").pendingReplacement()).isTrue();
    stack.provider.beforeCreate = request -> {};
    stack.provider.calls.clear();

    stack.up(program().resource("a", "fixedName", "2"));

    assertThat(stack.provider.calls).containsExactly("create a");
    assertThat(stack.state("a").pendingReplacement()).isFalse();
  }

  @Test
  void aReplacedResourceWhoseDeleteFailedIsDeletedByTheNextRun() {
    stack.up(program().resource("a", "fixedName", "1"));
    stack.provider.beforeDelete =
        request -> {
          throw new ProviderException("in use");
        };
    stack.up(program().resource("a", "fixedName", "2"));
    assertThat(stack.names()).containsExactly("a", "a (delete)");
    stack.provider.beforeDelete = request -> {};

    stack.up(program().resource("a", "fixedName", "2"));

    assertThat(stack.names()).containsExactly("a");
    assertThat(stack.provider.live).containsOnlyKeys("a-2");
  }

  @Test
  void whatAResourceThatCannotBeDeletedDependsOnStays() {
    stack.up(program().resource("a").dependent("b", "of", "a"));
    stack.provider.beforeDelete =
        request -> {
          throw new ProviderException("in use");
        };

    assertThat(stack.destroy().result()).isEqualTo(RunResult.FAILED);

    assertThat(stack.names()).containsExactly("a", "b");
  }

  @Test
  void reportsEveryCheckFailureOfAResource() {
    stack.up(program().resource("a", "bad1", "x", "bad2", "y"));

    assertThat(stack.errors()).containsExactly("bad1 is never right", "bad2 is never right");
    assertThat(stack.provider.live).isEmpty();
  }

  @Test
  void refusesTwoResourcesOfOneName() {
    DeploymentResult result = stack.up(program().resource("a").resource("a"));

    assertThat(result.result()).isEqualTo(RunResult.FAILED);
    assertThat(stack.errors()).singleElement().asString().contains("Duplicate resource URN");
  }

  @Test
  void aProgramThatFailsDeletesNothing() {
    stack.up(program().resource("a"));

    DeploymentResult result =
        stack.up(program().failing(new ProgramException("the program failed: oops", null)));

    assertThat(result.result()).isEqualTo(RunResult.FAILED);
    assertThat(stack.errors()).containsExactly("the program failed: oops");
    assertThat(stack.names()).containsExactly("a");
  }

  @Test
  void aCanceledRunFinishesWhatIsInFlightAndBeginsNothingNew() {
    stack.parallel = 1;
    Deployment[] running = new Deployment[1];
    stack.beforeRun = deployment -> running[0] = deployment;
    stack.provider.beforeCreate = request -> running[0].cancel();

    DeploymentResult result = stack.up(program().resource("a").dependent("b", "of", "a"));

    assertThat(result.result()).isEqualTo(RunResult.CANCELED);
    assertThat(stack.names()).containsExactly("a");
    assertThat(stack.snapshot.pendingOperations()).isEmpty();
  }

  @Test
  void anIntentIsOnDiskBeforeItsCall() {
    stack.provider.beforeCreate =
        request ->
            assertThat(stack.snapshot.pendingOperations())
                .extracting(PendingOperation::type, pending -> pending.resource().urn())
                .containsExactly(tuple(PendingOperation.Type.CREATING, request.urn()));

    assertThat(stack.up(program().resource("a")).result()).isEqualTo(RunResult.SUCCEEDED);
  }

  @Test
  void aProtectedResourceIsNeitherDeletedNorReplaced() {
    UnaryOperator<RegisterRequest> protect = Requests::protect;
    stack.up(program().resource("a", props("fixedName", "1"), Map.of(), protect));

    stack.up(program().resource("a", props("fixedName", "2"), Map.of(), protect));
    assertThat(stack.errors()).singleElement().asString().contains("protected");
    stack.up(program());
    assertThat(stack.errors()).singleElement().asString().contains("protected");

    assertThat(stack.names()).containsExactly("a");
  }

  @Test
  void ignoredChangesAreNoChanges() {
    UnaryOperator<RegisterRequest> ignore = request -> Requests.ignoreChanges(request, "size");
    stack.up(program().resource("a", props("size", "1"), Map.of(), ignore));

    stack.up(program().resource("a", props("size", "2"), Map.of(), ignore));

    assertThat(stack.steps()).containsExactly("same a");
  }

  @Test
  void aRetainedResourceIsForgottenButNotDeleted() {
    UnaryOperator<RegisterRequest> retain = Requests::retainOnDelete;
    stack.up(program().resource("a", props(), Map.of(), retain));

    stack.destroy();

    assertThat(stack.names()).isEmpty();
    assertThat(stack.provider.live).hasSize(1);
  }

  @Test
  void anOutputIsSecretWhenTheInputOfItsNameIs() {
    PropertyMap inputs = PropertyMap.of("password", new Secret(PropertyValue.of("hunter2")));

    stack.up(program().resource("a", inputs, Map.of(), request -> request));

    ResourceState state = stack.state("a");
    assertThat(state.outputs().get("password").map(PropertyValue::containsSecrets))
        .isEqualTo(Optional.of(true));
    assertThat(stack.events.toString()).doesNotContain("hunter2");
  }

  @Test
  void theDefaultProviderIsMadeOnceFromTheConfiguration() {
    stack.config = Map.of("test", props("region", "eu-west-1"));

    stack.up(program().resource("a").resource("b"));

    assertThat(stack.provider.configurations).containsExactly(props("region", "eu-west-1"));
    assertThat(stack.snapshot.resources())
        .filteredOn(state -> state.type().equals("pulumi:providers:test"))
        .singleElement()
        .satisfies(state -> assertThat(state.urn().name()).isEqualTo("default"));
  }

  @Test
  void aProviderThatMustBeReplacedReplacesItsResources() {
    stack.config = Map.of("test", props("region", "eu-west-1"));
    stack.up(program().resource("a"));
    stack.config = Map.of("test", props("region", "us-east-1"));

    stack.up(program().resource("a"));

    assertThat(stack.steps())
        .containsExactly("create-replacement a", "replace a", "delete-replaced a");
  }

  @Test
  void aPackageThatNobodyServesIsAnError() {
    UnaryOperator<RegisterRequest> elsewhere =
        request -> Requests.type(request, "gcp:storage:Bucket");

    stack.up(program().resource("a", props(), Map.of(), elsewhere));

    assertThat(stack.errors()).containsExactly("no provider serves the package 'gcp'");
  }

  @Test
  void manyIndependentResourcesAreCreatedOnceEach() {
    ScriptedProgram program = program();
    for (int i = 0; i < 300; i++) {
      program.resource("r" + i, "n", String.valueOf(i));
    }
    stack.parallel = 16;

    stack.up(program);

    assertThat(stack.provider.live).hasSize(300);
    assertThat(stack.names()).hasSize(300);
    assertThat(stack.destroy().result()).isEqualTo(RunResult.SUCCEEDED);
    assertThat(stack.provider.live).isEmpty();
  }

  @Test
  void aSecretThatCannotBeStoredStopsTheRunBeforeAnythingIsMade() {
    stack.passphrase = Map.of();
    PropertyMap inputs = PropertyMap.of("password", new Secret(PropertyValue.of("hunter2")));

    DeploymentResult result =
        stack.up(program().resource("a", inputs, Map.of(), request -> request));

    assertThat(result.result()).isEqualTo(RunResult.FAILED);
    assertThat(stack.provider.live).isEmpty();
    assertThat(stack.events.toString())
        .contains("PULUMI_CONFIG_PASSPHRASE")
        .doesNotContain("hunter2");
  }

  @Test
  void aChangedFileIsAChange(@TempDir Path folder) throws IOException {
    stack.directory = folder;
    PropertyMap inputs =
        PropertyMap.of("code", new ArchiveValue(new FileArchive("code", Optional.empty())));
    ScriptedProgram program = program().resource("a", inputs, Map.of(), request -> request);
    Files.createDirectory(folder.resolve("code"));
    Files.writeString(folder.resolve("code/index.js"), "one");
    stack.up(program);

    stack.up(program);
    assertThat(stack.steps()).containsExactly("same a");
    Files.writeString(folder.resolve("code/index.js"), "two");
    stack.up(program);

    assertThat(stack.steps()).containsExactly("update a");
  }

  @Test
  void aFileThatIsMissingIsNamed(@TempDir Path folder) {
    stack.directory = folder;
    PropertyMap inputs =
        PropertyMap.of("code", new ArchiveValue(new FileArchive("nowhere.zip", Optional.empty())));

    stack.up(program().resource("a", inputs, Map.of(), request -> request));

    assertThat(stack.errors()).singleElement().asString().contains("code", "nowhere.zip");
  }

  @Test
  void aWrongPassphraseIsToldWithItsRemedy() {
    PropertyMap inputs = PropertyMap.of("password", new Secret(PropertyValue.of("hunter2")));
    ScriptedProgram program = program().resource("a", inputs, Map.of(), request -> request);
    stack.up(program);
    stack.reload(Map.of("PULUMI_CONFIG_PASSPHRASE", "guess"));

    DeploymentResult result = stack.up(program);

    assertThat(result.result()).isEqualTo(RunResult.FAILED);
    assertThat(stack.errors())
        .singleElement()
        .asString()
        .contains("passphrase")
        .doesNotContain("internal");
    assertThat(stack.names()).containsExactly("a");
  }
}
