/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.state;

import dev.plinth.aws.call.Sleeper;
import dev.plinth.aws.client.SdkClients;
import dev.plinth.aws.client.ServiceFlows;
import dev.plinth.aws.config.ProviderConfig;
import dev.plinth.aws.testing.moto.MotoAccount;
import dev.plinth.engine.state.journal.Backend;
import dev.plinth.engine.state.journal.StoreConformance;
import dev.plinth.engine.value.PropertyMap;
import dev.plinth.engine.value.PropertyValue;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import software.amazon.awssdk.core.sync.ResponseTransformer;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;

/** Stacks in a bucket of moto, whose server somebody else wrote. */
final class MotoS3BackendTest extends StoreConformance {
  private static final Map<String, String> KEYS =
      Map.of("AWS_ACCESS_KEY_ID", "AKIAIOSFODNN7EXAMPLE", "AWS_SECRET_ACCESS_KEY", "unchecked");

  private final String bucket = "state-" + UUID.randomUUID();
  private S3Client s3;
  private Backend backend;

  @BeforeEach
  void makeBucket() {
    String endpoint = MotoAccount.endpoint().toString();
    PropertyMap config =
        PropertyMap.builder()
            .put("region", "us-east-1")
            .put("s3UsePathStyle", PropertyValue.of(true))
            .put(
                "endpoints",
                PropertyValue.of(
                    List.of(PropertyValue.of(PropertyMap.of("s3", PropertyValue.of(endpoint))))))
            .build();
    s3 =
        new SdkClients(
                ProviderConfig.of(config), KEYS, "plinth/test", new ServiceFlows(Sleeper.SYSTEM))
            .s3();
    s3.createBucket(create -> create.bucket(bucket));
    String url =
        "s3://%s/team?region=us-east-1&endpoint=%s&s3ForcePathStyle=true"
            .formatted(bucket, endpoint);
    backend = S3Backend.of(S3Url.parse(url), KEYS, "plinth/test");
  }

  @Override
  protected Backend backend() {
    return backend;
  }

  @Override
  protected String everything() {
    StringBuilder text = new StringBuilder();
    for (S3Object object : s3.listObjectsV2(list -> list.bucket(bucket)).contents()) {
      byte[] content =
          s3.getObject(get -> get.bucket(bucket).key(object.key()), ResponseTransformer.toBytes())
              .asByteArray();
      text.append(object.key()).append('\n').append(new String(content, StandardCharsets.UTF_8));
    }
    return text.toString();
  }
}
