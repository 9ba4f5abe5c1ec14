/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.programs.awslambda;

import dev.plinth.proto.aws.AwsProviderConfig;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Whether manifests can be deployed in one stack. */
final class Coexistence {
  private final List<Problem> problems = new ArrayList<>();
  private final Map<String, AwsLambdaModule> byName = new HashMap<>();
  private final Map<String, AwsLambdaModule> byFunction = new HashMap<>();
  private final Map<String, AwsLambdaModule> byProvider = new HashMap<>();

  private Coexistence() {}

  /** One message per conflict with a manifest that came before; empty when there is none. */
  static List<Problem> problemsOf(List<AwsLambdaModule> modules) {
    Coexistence coexistence = new Coexistence();
    modules.forEach(coexistence::add);
    return coexistence.problems;
  }

  private void add(AwsLambdaModule module) {
    String name = module.locals().name();
    if (name.isEmpty()) {
      return;
    }
    if (byName.putIfAbsent(name, module) != null) {
      problems.add(
          new Problem(
              name,
              "metadata.name",
              "is that of another manifest of the stack too",
              "give each its own"));
      return;
    }
    String provider =
        AwsProviders.isAmbient(module.providerConfig())
            ? ""
            : AwsProviders.nameOf(module.providerConfig());
    checkFunctionName(module, provider);
    checkProvider(module, provider);
  }

  private void checkFunctionName(AwsLambdaModule module, String provider) {
    String functionName = module.locals().functionName();
    AwsLambdaModule other = byFunction.putIfAbsent(provider + " " + functionName, module);
    if (other != null) {
      problems.add(
          new Problem(
              module.locals().name(),
              "spec.function_name",
              "makes %s, which is also the function of %s"
                  .formatted(functionName, other.locals().name()),
              "give each its own"));
    }
  }

  /** Resources of one region share a provider, so what configures it must be the same for all. */
  private void checkProvider(AwsLambdaModule module, String provider) {
    AwsProviderConfig config = module.providerConfig();
    AwsLambdaModule other = byProvider.putIfAbsent(provider, module);
    if (other != null && !other.providerConfig().equals(config)) {
      problems.add(
          new Problem(
              module.locals().name(),
              "provider_config",
              "differs from that of %s for the same region".formatted(other.locals().name()),
              "deploy them as two stacks"));
    }
  }
}
