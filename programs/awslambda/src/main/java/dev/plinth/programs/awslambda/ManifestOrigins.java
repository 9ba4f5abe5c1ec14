/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.programs.awslambda;

import dev.plinth.api.manifest.FieldPath;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which manifest field each resource property comes from, so that an error of the engine or of AWS
 * can be shown at the line that caused it.
 *
 * <p>Fields of the manifest are given as paths such as {@code spec.memory_mb}; those of the
 * provider as paths in the stack input, such as {@code provider_config.region}.
 */
public final class ManifestOrigins {
  private static final String LABELS = "metadata.labels";

  private static final Map<String, String> TAGS =
      Map.of(
          Tags.RESOURCE, "kind",
          Tags.ORGANIZATION, "metadata.org",
          Tags.ENVIRONMENT, "metadata.env",
          Tags.RESOURCE_KIND, "kind",
          Tags.RESOURCE_ID, "metadata.id",
          Tags.NAME, "metadata.name");

  private static final Map<String, String> FUNCTION =
      Map.ofEntries(
          Map.entry("name", "spec.function_name"),
          Map.entry("description", "spec.description"),
          Map.entry("role", "spec.role_arn"),
          Map.entry("runtime", "spec.runtime"),
          Map.entry("handler", "spec.handler"),
          Map.entry("memorySize", "spec.memory_mb"),
          Map.entry("timeout", "spec.timeout_seconds"),
          Map.entry("reservedConcurrentExecutions", "spec.reserved_concurrency"),
          Map.entry("environment", "spec.environment"),
          Map.entry("environment.variables", "spec.environment"),
          Map.entry("vpcConfig", "spec.subnets"),
          Map.entry("vpcConfig.subnetIds", "spec.subnets"),
          Map.entry("vpcConfig.securityGroupIds", "spec.security_groups"),
          Map.entry("architectures", "spec.architecture"),
          Map.entry("layers", "spec.layer_arns"),
          Map.entry("kmsKeyArn", "spec.kms_key_arn"),
          Map.entry("packageType", "spec.code_source_type"),
          Map.entry("s3Bucket", "spec.s3.bucket"),
          Map.entry("s3Key", "spec.s3.key"),
          Map.entry("s3ObjectVersion", "spec.s3.object_version"),
          Map.entry("sourceCodeHash", "spec.s3"),
          Map.entry("replaceSecurityGroupsOnDestroy", "spec.security_groups"),
          Map.entry("imageUri", "spec.image_uri"),
          Map.entry("loggingConfig", "spec.function_name"),
          Map.entry("tags", LABELS),
          Map.entry("tagsAll", LABELS));

  private static final Map<String, String> LOG_GROUP =
      Map.of(
          "name",
          "spec.function_name",
          "retentionInDays",
          "spec.log_retention_days",
          "tags",
          LABELS,
          "tagsAll",
          LABELS);

  private static final Map<String, String> PROVIDER =
      Map.of(
          "defaultTags", "provider_config.default_tags",
          "assumeRole", "provider_config.assume_role",
          "region", "provider_config.region",
          "allowedAccountIds", "provider_config.account_id",
          "accessKey", "provider_config.access_key_id",
          "secretKey", "provider_config.secret_access_key",
          "token", "provider_config.session_token");

  private static final Map<String, Map<String, String>> BY_TYPE =
      Map.of(
          "aws:lambda/function:Function", FUNCTION,
          "aws:cloudwatch/logGroup:LogGroup", LOG_GROUP,
          "pulumi:providers:aws", PROVIDER);

  private ManifestOrigins() {}

  /**
   * The field that a property was set from. Where it may be absent from the manifest because it has
   * a default, its nearest ancestor that is there is the place to point at.
   *
   * @param type the resource's type token, such as {@code aws:lambda/function:Function}
   * @param property a Pulumi property path, such as {@code vpcConfig.subnetIds[0]} or {@code
   *     environment.variables["LEVEL"]}
   * @return the field's path, with the list index or map key that the property path ends in; empty
   *     when the program does not set the property
   */
  public static Optional<String> of(String type, String property) {
    Map<String, String> origins = BY_TYPE.getOrDefault(type, Map.of());
    List<String> segments = PropertyPath.parse(property);
    for (int known = Math.min(2, segments.size()); known > 0; known--) {
      String origin = origins.get(String.join(".", segments.subList(0, known)));
      if (origin != null) {
        return Optional.of(resolve(origin, segments.subList(known, segments.size())));
      }
    }
    return Optional.empty();
  }

  private static String resolve(String origin, List<String> rest) {
    if (rest.isEmpty()) {
      return origin;
    }
    return switch (origin) {
      case LABELS -> TAGS.getOrDefault(rest.get(0), FieldPath.key(LABELS, rest.get(0)));
      case "spec.environment" -> FieldPath.key(origin, rest.get(0));
      case "spec.subnets", "spec.security_groups", "spec.layer_arns" ->
          origin + "[" + rest.get(0) + "]";
      default -> origin;
    };
  }
}
