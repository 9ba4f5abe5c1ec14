/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.api.validation;

import dev.plinth.api.computestack.ComputeStack;
import dev.plinth.api.computestack.StackFunction;
import dev.plinth.api.computestack.StackProfile;
import dev.plinth.api.manifest.FieldPath;
import dev.plinth.proto.computestack.HttpRoute;

/** In production nobody is let in by default, and no page of any origin either. */
final class PublicAccessRule implements StackRule {

  @Override
  public void check(ComputeStack stack, Report report) {
    if (stack.profile() != StackProfile.PRODUCTION) {
      return;
    }
    for (StackFunction function : stack.functions()) {
      String url = FieldPath.field(function.path(), "url");
      if (function.hasPublicUrl()) {
        report.error(
            "stack.public-url",
            FieldPath.field(url, "auth_type"),
            "everybody may call the URL of " + function.id() + ", in production.",
            "set auth_type to AWS_IAM, or put the HTTP API in front of the function.");
      }
      if (function.hasUrl() && function.spec().getUrl().getAllowOriginsList().contains("*")) {
        reportOrigins(FieldPath.field(url, "allow_origins"), report);
      }
      checkRoutes(function, report);
    }
    if (stack.hasHttpApi() && stack.spec().getHttpApi().getAllowOriginsList().contains("*")) {
      reportOrigins("spec.http_api.allow_origins", report);
    }
  }

  /** Preflight requests carry no credentials, so a route of their own lets everybody in. */
  private static void checkRoutes(StackFunction function, Report report) {
    String routes = FieldPath.field(function.path(), "routes");
    for (int i = 0; i < function.spec().getRoutesCount(); i++) {
      HttpRoute route = function.spec().getRoutes(i);
      if (route.getAuthorization() == HttpRoute.Authorization.NONE
          && route.getMethod() != HttpRoute.Method.OPTIONS) {
        report.error(
            "stack.public-route",
            FieldPath.index(routes, i) + ".authorization",
            "everybody may call this route to " + function.id() + ", in production.",
            "set authorization to AUTH_HANDLER or AWS_IAM.");
      }
    }
  }

  private static void reportOrigins(String path, Report report) {
    report.error(
        "stack.open-cors",
        path,
        "pages of every origin may call it, in production.",
        "name the origins, or set spec.deploy_domain and leave allow_origins out.");
  }
}
