/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.api.manifest;

import com.google.protobuf.Message;

/**
 * A kind that manifests can have. Its message has the fields api_version, kind, metadata and spec.
 *
 * @param apiVersion what apiVersion must say
 * @param kind what kind must say
 * @param prototype an empty message of the kind
 */
public record KindDescriptor<M extends Message>(String apiVersion, String kind, M prototype) {}
