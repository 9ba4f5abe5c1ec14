/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws;

import dev.plinth.aws.call.Sleeper;
import dev.plinth.engine.provider.CheckRequest;
import dev.plinth.engine.provider.CheckResult;
import dev.plinth.engine.provider.CreateRequest;
import dev.plinth.engine.provider.DiffRequest;
import dev.plinth.engine.provider.Provider;
import dev.plinth.engine.provider.UpdateRequest;
import dev.plinth.engine.urn.Urn;
import dev.plinth.engine.value.PropertyMap;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a preview, and a run in which nothing changes, ask of the provider for AWS itself. */
final class PreviewProgram {
  private PreviewProgram() {}

  public static void main(String[] arguments) {
    Provider provider =
        AwsProviderFactory.onAws(
                Map.of("AWS_REGION", "eu-central-1"), "plinth/test", Path.of(""), Sleeper.SYSTEM)
            .create();
    PropertyMap config = PropertyMap.builder().put("skipCredentialsValidation", "true").build();
    provider.checkConfig(
        new CheckRequest(
            Urn.of("dev", "shop", Optional.empty(), "pulumi:providers:aws", "default"),
            PropertyMap.empty(),
            config,
            new byte[32],
            true));
    provider.configure(config);
    preview(provider, "aws:lambda/function:Function", function("128"), function("256"));
    preview(
        provider,
        "aws:cloudwatch/logGroup:LogGroup",
        PropertyMap.builder().put("retentionInDays", 7).build(),
        PropertyMap.builder().put("retentionInDays", 30).build());
    provider.close();
  }

  private static PropertyMap function(String size) {
    return PropertyMap.builder()
        .put("role", "arn:aws:iam::123456789012:role/orders")
        .put("runtime", "java21")
        .put("handler", "shop.Orders")
        .put("s3Bucket", "artifacts")
        .put("s3Key", "orders.jar")
        .put("memorySize", Double.parseDouble(size))
        .build();
  }

  private static void preview(
      Provider provider, String type, PropertyMap before, PropertyMap after) {
    Urn urn = Urn.of("dev", "shop", Optional.empty(), type, "orders");
    CheckResult old = check(provider, urn, PropertyMap.empty(), before);
    PropertyMap outputs =
        provider.create(new CreateRequest(urn, old.inputs(), Optional.empty(), true)).outputs();
    CheckResult now = check(provider, urn, old.inputs(), after);
    boolean changes =
        provider
            .diff(new DiffRequest(urn, "orders", old.inputs(), outputs, now.inputs(), List.of()))
            .hasChanges();
    if (!changes) {
      throw new IllegalStateException("the preview sees no change");
    }
    provider.update(
        new UpdateRequest(
            urn, "orders", old.inputs(), outputs, now.inputs(), List.of(), Optional.empty(), true));
  }

  private static CheckResult check(Provider provider, Urn urn, PropertyMap olds, PropertyMap news) {
    CheckResult result = provider.check(new CheckRequest(urn, olds, news, new byte[32], true));
    if (!result.failures().isEmpty()) {
      throw new IllegalStateException("the check failed: " + result.failures());
    }
    return result;
  }
}
