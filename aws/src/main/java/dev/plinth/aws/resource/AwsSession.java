/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.resource;

import dev.plinth.aws.client.AwsClients;
import dev.plinth.aws.schema.TagPolicy;
import java.nio.file.Path;

/**
 * What the operations of all types share.
 *
 * @param tags the provider's say in tags
 * @param base the folder that relative paths of assets and archives start from
 * @param turns what must not happen at once takes turns here
 */
public record AwsSession(AwsClients clients, TagPolicy tags, Path base, Turns turns) {}
