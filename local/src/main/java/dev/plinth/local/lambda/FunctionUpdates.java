/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.local.lambda;

import dev.plinth.local.account.AccountContext;
import dev.plinth.local.account.Constraints;
import dev.plinth.local.account.RequestId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.lambda.model.FunctionConfiguration;
import software.amazon.awssdk.services.lambda.model.UpdateFunctionCodeRequest;
import software.amazon.awssdk.services.lambda.model.UpdateFunctionConfigurationRequest;

/**
 * UpdateFunctionConfiguration and UpdateFunctionCode: each refuses to begin while one is under way.
 */
final class FunctionUpdates {
  private final AccountContext account;
  private final Functions functions;
  private final SettingsChange settingsChange;
  private final CodeLoader codeLoader;
  private final CodeStore codeStore;
  private final Versions versions;
  private final FunctionView view;

  FunctionUpdates(
      Functions functions,
      SettingsChange settingsChange,
      CodeLoader codeLoader,
      CodeStore codeStore,
      Versions versions,
      FunctionView view) {
    this.account = functions.account();
    this.functions = functions;
    this.settingsChange = settingsChange;
    this.codeLoader = codeLoader;
    this.codeStore = codeStore;
    this.versions = versions;
    this.view = view;
  }

  FunctionConfiguration configuration(UpdateFunctionConfigurationRequest request) {
    NotImplemented.check(request);
    Settings settings = Settings.of(request);
    Constraints constraints = new Constraints();
    SettingsShape.check(constraints, settings);
    LambdaFault.throwIfAny(constraints);
    FunctionName name = FunctionName.of(account, request.functionName());
    StoredFunction updated =
        functions.change(
            name,
            function -> {
              requireUpdatable(function, request.revisionId());
              Revision latest = function.latest();
              FunctionConfiguration changed =
                  settingsChange.apply(
                      latest.configuration(), settings, "lambda:UpdateFunctionConfiguration");
              return function.withLatest(latest.withConfiguration(stamped(changed), updating()));
            });
    return view.changed(updated.latest(), false);
  }

  FunctionConfiguration code(UpdateFunctionCodeRequest request) {
    NotImplemented.check("PublishTo", request.publishToAsString());
    Code code = Code.of(request);
    Constraints constraints = new Constraints();
    CodeLoader.checkShape(constraints, code);
    SettingsShape.checkArchitectures(constraints, request.architecturesAsStrings());
    LambdaFault.throwIfAny(constraints);
    FunctionName name = FunctionName.of(account, request.functionName());
    StoredFunction present = functions.require(name);
    requireUpdatable(present, request.revisionId());
    if (!code.isEmpty()) {
      Packaging.checkCode(Packaging.isImage(present.latest().configuration()), code, "updating");
    }
    CodeLoader.check(code);
    LoadedCode loaded = codeLoader.load(code, "lambda:UpdateFunctionCode");
    Revision updated = withCode(present.latest(), loaded, request);
    if (Boolean.TRUE.equals(request.dryRun())) {
      return view.read(updated, false);
    }
    boolean publish = Boolean.TRUE.equals(request.publish());
    StoredFunction stored =
        functions.change(name, function -> replaceCode(function, loaded, request, publish));
    return view.changed(
        publish ? stored.versions().get(stored.versions().size() - 1) : stored.latest(), publish);
  }

  private StoredFunction replaceCode(
      StoredFunction function,
      LoadedCode loaded,
      UpdateFunctionCodeRequest request,
      boolean publish) {
    requireUpdatable(function, request.revisionId());
    loaded.zip().ifPresent(zip -> codeStore.keep(zip.sha256(), zip.bytes(), function.name()));
    Revision before = function.latest();
    StoredFunction updated = function.withLatest(withCode(before, loaded, request));
    StoredFunction result = publish ? versions.publish(updated, null) : updated;
    before
        .zip()
        .filter(old -> result.revisions().stream().noneMatch(each -> uses(each, old)))
        .ifPresent(old -> codeStore.release(old, function.name()));
    return result;
  }

  private Revision withCode(Revision before, LoadedCode code, UpdateFunctionCodeRequest request) {
    FunctionConfiguration.Builder changed =
        before.configuration().toBuilder().codeSha256(code.sha256()).codeSize(code.size());
    if (request.hasArchitectures()) {
      changed.architecturesWithStrings(request.architecturesAsStrings());
    }
    return new Revision(
        stamped(changed.build()),
        code.location(),
        code.zip().map(LoadedCode.Zip::sha256),
        updating(),
        Optional.empty());
  }

  static boolean uses(Revision revision, String zip) {
    return revision.zip().filter(zip::equals).isPresent();
  }

  private void requireUpdatable(StoredFunction function, @Nullable String revisionId) {
    functions.requireIdle(function);
    if (revisionId != null && !revisionId.equals(function.latest().configuration().revisionId())) {
      throw LambdaFault.staleRevision();
    }
  }

  private FunctionConfiguration stamped(FunctionConfiguration changed) {
    return changed.toBuilder()
        .revisionId(RequestId.next())
        .lastModified(FunctionView.time(account.now()))
        .build();
  }

  private Settling updating() {
    return new Settling(Settling.Kind.UPDATING, account.settlesAt());
  }
}
