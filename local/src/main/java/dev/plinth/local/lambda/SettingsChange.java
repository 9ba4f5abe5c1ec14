/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.local.lambda;

import software.amazon.awssdk.services.lambda.model.FunctionConfiguration;

/** Applies settings to a configuration, with the rules and references checked in AWS's order. */
final class SettingsChange {
  private final SettingsRules rules;
  private final SettingsReferences references;
  private final SettingsApplication application;

  SettingsChange(SettingsRules rules, SettingsReferences references) {
    this.rules = rules;
    this.references = references;
    this.application = new SettingsApplication(references::vpcOf);
  }

  SettingsReferences references() {
    return references;
  }

  FunctionConfiguration apply(FunctionConfiguration present, Settings settings, String call) {
    FunctionConfiguration result = application.apply(present, settings);
    rules.check(settings, result);
    references.check(settings, call);
    return result;
  }
}
