/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.programs.computestack;

import com.pulumi.aws.lambda.FunctionUrl;
import com.pulumi.aws.lambda.FunctionUrlArgs;
import com.pulumi.aws.lambda.inputs.FunctionUrlCorsArgs;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The function URLs. */
final class UrlSet {
  private static final int MAX_AGE_SECONDS = 3600;

  private final Site site;
  private final Map<String, FunctionUrl> urls = new LinkedHashMap<>();

  private UrlSet(Site site) {
    this.site = site;
  }

  static UrlSet create(Site site, FunctionSet functions, Invocations invocations) {
    UrlSet set = new UrlSet(site);
    functions.all().stream()
        .filter(function -> function.plan().hasUrl())
        .forEach(function -> set.add(function, invocations));
    return set;
  }

  private void add(MadeFunction function, Invocations invocations) {
    dev.plinth.proto.computestack.FunctionUrl spec = function.plan().spec().getUrl();
    String authType = function.plan().hasPublicUrl() ? "NONE" : "AWS_IAM";
    FunctionUrlArgs.Builder args =
        FunctionUrlArgs.builder()
            .functionName(function.function().name())
            .authorizationType(authType);
    function.qualifier().ifPresent(args::qualifier);
    List<String> origins = site.stack().origins(spec.getAllowOriginsList());
    if (!origins.isEmpty()) {
      args.cors(cors(spec, origins));
    }
    urls.put(function.id(), new FunctionUrl(function.id(), args.build(), site.options().build()));
    if (function.plan().hasPublicUrl()) {
      invocations.everybodyByUrl(function.id() + "-public", function);
    }
    for (int i = 0; i < spec.getInvokersCount(); i++) {
      invocations.byUrl(function.id() + "-invoker" + i, function, spec.getInvokers(i), authType);
    }
  }

  private static FunctionUrlCorsArgs cors(
      dev.plinth.proto.computestack.FunctionUrl spec, List<String> origins) {
    boolean noMethods = spec.getAllowMethodsCount() == 0;
    boolean noHeaders = spec.getAllowHeadersCount() == 0;
    return FunctionUrlCorsArgs.builder()
        .allowOrigins(origins)
        .allowMethods(noMethods ? List.of("*") : spec.getAllowMethodsList())
        .allowHeaders(
            noHeaders ? List.of("authorization", "content-type") : spec.getAllowHeadersList())
        .allowCredentials(spec.getAllowCredentials())
        .maxAge(spec.hasMaxAgeSeconds() ? spec.getMaxAgeSeconds() : MAX_AGE_SECONDS)
        .build();
  }

  Optional<FunctionUrl> find(String function) {
    return Optional.ofNullable(urls.get(function));
  }
}
