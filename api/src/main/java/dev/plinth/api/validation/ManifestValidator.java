/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.api.validation;

import com.google.protobuf.Message;
import dev.plinth.api.computestack.ComputeStack;
import dev.plinth.api.diagnostic.Diagnostic;
import dev.plinth.api.diagnostic.Findings;
import dev.plinth.api.manifest.LoadResult;
import dev.plinth.api.manifest.Manifest;
import dev.plinth.api.manifest.SourceMap;
import dev.plinth.proto.awslambda.AwsLambda;
import dev.plinth.proto.awslambda.AwsLambdaStackInput;
import dev.plinth.proto.computestack.AwsComputeStack;
import dev.plinth.proto.computestack.AwsComputeStackStackInput;
import java.time.LocalDate;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * Checks manifests, and the other documents that Plinth reads, against all rules. Safe for use by
 * several threads.
 */
public final class ManifestValidator {
  private final List<LambdaRule> lambdaRules;
  private final List<StackRule> stackRules;

  /**
   * Checks as of a day.
   *
   * @param today decides which runtimes are deprecated or blocked
   */
  public ManifestValidator(LocalDate today) {
    this.lambdaRules = LambdaRule.all(today);
    this.stackRules = StackRule.all(today);
  }

  /**
   * Starts protovalidate on a thread of its own, or, where it will not be needed, to load the
   * rules, and returns at once. The first validation that needs it waits for it, or starts it
   * itself when this was never called.
   *
   * @param needsProtovalidate whether it will be needed; asked on that thread
   */
  public static void warmUp(BooleanSupplier needsProtovalidate) {
    Protovalidate.warmUp(needsProtovalidate);
  }

  /**
   * What is wrong with documents that were read, including what was found while they were read, by
   * place.
   */
  public List<Diagnostic> validate(LoadResult loaded) {
    Findings findings = new Findings();
    findings.addAll(loaded.diagnostics());
    loaded.manifests().forEach(manifest -> check(manifest.message(), manifest.sources(), findings));
    DuplicateManifestRule.check(loaded.manifests(), findings);
    return findings.sorted();
  }

  /** What is wrong with one document, without what was found while it was read, by place. */
  public List<Diagnostic> validate(Manifest<?> manifest) {
    Findings findings = new Findings();
    check(manifest.message(), manifest.sources(), findings);
    return findings.sorted();
  }

  private void check(Message message, SourceMap sources, Findings findings) {
    Report report = new Report(findings, sources, "");
    ProtoRules.check(message, report);
    LiteralRule.check(message, report);
    if (message instanceof AwsLambda manifest) {
      lambdaRules.forEach(rule -> rule.check(manifest, report));
    } else if (message instanceof AwsLambdaStackInput input) {
      lambdaRules.forEach(rule -> rule.check(input.getTarget(), report.within("target")));
    } else if (message instanceof AwsComputeStack manifest) {
      check(manifest, report);
    } else if (message instanceof AwsComputeStackStackInput input) {
      check(input.getTarget(), report.within("target"));
    }
  }

  private void check(AwsComputeStack manifest, Report report) {
    ComputeStack stack = ComputeStack.of(manifest);
    stackRules.forEach(rule -> rule.check(stack, report));
  }
}
