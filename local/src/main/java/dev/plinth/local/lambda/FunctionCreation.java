/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.local.lambda;

import dev.plinth.local.account.AccountContext;
import dev.plinth.local.account.AccountTags;
import dev.plinth.local.account.Constraints;
import dev.plinth.local.account.RequestId;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.lambda.model.CreateFunctionRequest;
import software.amazon.awssdk.services.lambda.model.EphemeralStorage;
import software.amazon.awssdk.services.lambda.model.FunctionConfiguration;
import software.amazon.awssdk.services.lambda.model.LoggingConfig;
import software.amazon.awssdk.services.lambda.model.SnapStartResponse;
import software.amazon.awssdk.services.lambda.model.TracingConfigResponse;

/** CreateFunction: the defaults, then what the request says, as if it were an update. */
final class FunctionCreation {
  private static final String CALL = "lambda:CreateFunction";

  private final AccountContext account;
  private final Functions functions;
  private final SettingsChange settingsChange;
  private final CodeLoader codeLoader;
  private final CodeStore codeStore;
  private final Versions versions;
  private final FunctionView view;

  FunctionCreation(
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

  FunctionConfiguration create(CreateFunctionRequest request) {
    NotImplemented.check(request);
    Settings settings = Settings.of(request);
    Code code = Code.of(request.code());
    checkShape(request, settings, code);
    String name = FunctionName.ofNew(account, request.functionName()).name();
    String packageType = Optional.ofNullable(request.packageTypeAsString()).orElse(Packaging.ZIP);
    Packaging.check(packageType, settings);
    FunctionTags.check(request.tags());
    requireNew(name);
    if (!code.isEmpty()) {
      Packaging.checkCode(packageType.equals(Packaging.IMAGE), code, "creating");
    }
    CodeLoader.check(code);
    FunctionConfiguration configuration =
        settingsChange.apply(defaults(request, name, packageType), settings, CALL);
    Optional<String> signing = Optional.ofNullable(request.codeSigningConfigArn());
    signing.ifPresent(arn -> settingsChange.references().checkCodeSigningConfig(arn, CALL));
    return store(request, configuration, codeLoader.load(code, CALL), signing);
  }

  private FunctionConfiguration store(
      CreateFunctionRequest request,
      FunctionConfiguration configuration,
      LoadedCode code,
      Optional<String> signing) {
    String name = configuration.functionName();
    Revision latest = revision(configuration, code);
    return functions.changing(
        () -> {
          requireNew(name);
          code.zip().ifPresent(zip -> codeStore.keep(zip.sha256(), zip.bytes(), name));
          StoredFunction created = StoredFunction.created(name, latest, request.tags(), signing);
          if (!Boolean.TRUE.equals(request.publish())) {
            functions.write(created);
            return view.changed(latest, false);
          }
          StoredFunction published = versions.publish(created, null);
          functions.write(published);
          return view.changed(published.versions().get(0), false);
        });
  }

  private Revision revision(FunctionConfiguration configuration, LoadedCode code) {
    return new Revision(
        configuration.toBuilder()
            .codeSha256(code.sha256())
            .codeSize(code.size())
            .revisionId(RequestId.next())
            .lastModified(FunctionView.time(account.now()))
            .build(),
        code.location(),
        code.zip().map(LoadedCode.Zip::sha256),
        new Settling(Settling.Kind.CREATING, account.settlesAt()),
        Optional.empty());
  }

  private static void checkShape(CreateFunctionRequest request, Settings settings, Code code) {
    Constraints constraints =
        new Constraints()
            .required(request.functionName(), "functionName")
            .required(request.role(), "role")
            .required(request.code(), "code")
            .oneOf(
                request.packageTypeAsString(),
                "packageType",
                List.of(Packaging.ZIP, Packaging.IMAGE))
            .pattern(
                request.codeSigningConfigArn(),
                "codeSigningConfigArn",
                LambdaPatterns.CODE_SIGNING_CONFIG);
    SettingsShape.check(constraints, settings);
    SettingsShape.checkArchitectures(constraints, request.architecturesAsStrings());
    CodeLoader.checkShape(constraints, code);
    AccountTags.check(constraints, request.tags());
    LambdaFault.throwIfAny(constraints);
  }

  private FunctionConfiguration defaults(
      CreateFunctionRequest request, String name, String packageType) {
    List<String> architectures = request.architecturesAsStrings();
    return FunctionConfiguration.builder()
        .functionName(name)
        .functionArn(FunctionName.arn(account, name))
        .version(FunctionName.LATEST)
        .packageType(packageType)
        .architecturesWithStrings(architectures.isEmpty() ? List.of("x86_64") : architectures)
        .description("")
        .timeout(3)
        .memorySize(128)
        .ephemeralStorage(EphemeralStorage.builder().size(512).build())
        .tracingConfig(TracingConfigResponse.builder().mode("PassThrough").build())
        .snapStart(SnapStartResponse.builder().applyOn("None").optimizationStatus("Off").build())
        .loggingConfig(
            LoggingConfig.builder().logFormat("Text").logGroup("/aws/lambda/" + name).build())
        .tenancyConfig(request.tenancyConfig())
        .build();
  }

  private void requireNew(String name) {
    if (functions.exists(name)) {
      throw LambdaFault.conflict("Function already exist: " + name);
    }
  }
}
