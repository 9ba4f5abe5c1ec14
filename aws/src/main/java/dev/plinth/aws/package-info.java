/**
 * The native AWS provider: Pulumi's provider contract carried out with the AWS SDK for Java. Wire
 * it with {@link dev.plinth.aws.AwsProviderFactory}; {@link dev.plinth.aws.ResourceTypes} lists
 * what it manages. Check, diff and preview load no class of an AWS client.
 */
@NullMarked
package dev.plinth.aws;

import org.jspecify.annotations.NullMarked;
