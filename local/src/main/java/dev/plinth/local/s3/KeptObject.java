/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.local.s3;

import com.google.gson.JsonObject;
import dev.plinth.local.catalogue.Artifact;
import dev.plinth.local.store.SdkJson;
import dev.plinth.local.store.TextMaps;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;

/**
 * An object that was put here.
 *
 * @param head what S3 tells of it
 * @param sha256 the digest of its bytes in hexadecimal digits
 */
record KeptObject(HeadObjectResponse head, Map<String, String> tags, String sha256) {
  private static final String SHA256 = "sha256";
  private static final String HEAD = "head";

  KeptObject {
    tags = Map.copyOf(tags);
  }

  KeptObject withTags(Map<String, String> changed) {
    return new KeptObject(head, changed, sha256);
  }

  JsonObject toJson() {
    JsonObject document = new JsonObject();
    document.addProperty(SHA256, sha256);
    document.add(HEAD, SdkJson.toJson(head));
    document.add("tags", TextMaps.toJson(tags));
    return document;
  }

  static KeptObject ofJson(JsonObject document) {
    return new KeptObject(
        SdkJson.fromJson(
            document.getAsJsonObject(HEAD), HeadObjectResponse.builder(), HeadObjectResponse.class),
        TextMaps.ofJson(document.getAsJsonObject("tags")),
        document.get(SHA256).getAsString());
  }

  /** What a document says of the bytes; reads nothing that needs S3's classes. */
  static Artifact artifact(JsonObject document) {
    return new Artifact(
        document.get(SHA256).getAsString(),
        document.getAsJsonObject(HEAD).get("Content-Length").getAsLong(),
        Optional.empty());
  }
}
