/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.contract;

import static dev.plinth.aws.contract.Values.map;
import static dev.plinth.aws.contract.Values.texts;

import dev.plinth.aws.client.AwsClients;
import dev.plinth.engine.value.PropertyMap;
import dev.plinth.engine.value.PropertyValue;
import java.util.Map;
import software.amazon.awssdk.services.lambda.model.ResourceNotFoundException;

/** Layer versions. */
final class LayerVersionCase {
  private LayerVersionCase() {}

  static ContractCase fromS3(Setting setting) {
    return new ContractCase(
        "aws:lambda/layerVersion:LayerVersion",
        PropertyMap.builder()
            .put("layerName", "shared")
            .put("s3Bucket", setting.surroundings().bucket())
            .put("s3Key", "orders.jar")
            .put("description", "What functions share")
            .put("licenseInfo", "Apache-2.0")
            .put("compatibleRuntimes", texts("java21", "java17"))
            .put("compatibleArchitectures", texts("arm64"))
            .build(),
        Map.of(),
        Map.of(
            "layerName", map("layerName", "other"),
            "s3Key", map("s3Key", "orders-2.jar"),
            "description", map("description", "Something else"),
            "compatibleRuntimes", map("compatibleRuntimes", texts("java21")),
            "skipDestroy", map("skipDestroy", PropertyValue.of(true))),
        LayerVersionCase::delete,
        "",
        LayerVersionCase::exists);
  }

  private static void delete(AwsClients aws, String arn) {
    aws.lambda()
        .deleteLayerVersion(request -> request.layerName("shared").versionNumber(number(arn)));
  }

  private static boolean exists(AwsClients aws, String arn) {
    try {
      aws.lambda()
          .getLayerVersion(request -> request.layerName("shared").versionNumber(number(arn)));
      return true;
    } catch (ResourceNotFoundException e) {
      return false;
    }
  }

  private static long number(String arn) {
    return Long.parseLong(arn.substring(arn.lastIndexOf(':') + 1));
  }
}
