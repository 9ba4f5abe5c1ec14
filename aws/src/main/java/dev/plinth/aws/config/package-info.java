/**
 * The provider's own configuration: its keys with their limits, the two forms they arrive in, and
 * what they mean. Nothing here touches the AWS SDK. Start at {@link
 * dev.plinth.aws.config.ProviderConfig}.
 */
@NullMarked
package dev.plinth.aws.config;

import org.jspecify.annotations.NullMarked;
