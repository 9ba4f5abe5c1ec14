/**
 * Where the provider gets the AWS SDK's clients from: the real service, an endpoint that speaks
 * AWS, or something that implements the clients in this process. Start at {@link
 * dev.plinth.aws.client.AwsClients}.
 */
@NullMarked
package dev.plinth.aws.client;

import org.jspecify.annotations.NullMarked;
