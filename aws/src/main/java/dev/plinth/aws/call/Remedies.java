/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.call;

import org.jspecify.annotations.Nullable;

/** What a user can do about the commonest refusals. */
final class Remedies {
  private Remedies() {}

  static @Nullable String of(String code, String said) {
    String bySaying = bySaying(said);
    return bySaying != null ? bySaying : byCode(code);
  }

  /** The input that a refusal is about, where AWS's words leave no doubt. */
  static @Nullable String property(String said) {
    if (said.contains("cannot be assumed by Lambda")
        || said.contains("execution role does not have permissions")) {
      return "role";
    }
    if (said.contains("UnreservedConcurrentExecution")) {
      return "reservedConcurrentExecutions";
    }
    if (said.contains("reserved keys")) {
      return "environment";
    }
    if (said.contains("Source image")) {
      return "imageUri";
    }
    if (said.contains("occurred while GetObject")) {
      return "s3Key";
    }
    return null;
  }

  static @Nullable String ofNoAnswer(String said) {
    if (said.contains("Unable to load credentials")) {
      return "Set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, choose a profile with AWS_PROFILE, or"
          + " log in with: aws sso login.";
    }
    return "Check the network, the region and AWS_ENDPOINT_URL, then run again.";
  }

  private static @Nullable String bySaying(String said) {
    if (said.contains("cannot be assumed by Lambda")) {
      return "Let the role's trust policy allow sts:AssumeRole to lambda.amazonaws.com.";
    }
    if (said.contains("execution role does not have permissions")) {
      return "Attach a policy that grants the actions named above to the function's role.";
    }
    if (said.contains("UnreservedConcurrentExecution")) {
      return "Reserve less: AWS keeps 100 executions of the account unreserved. A higher account"
          + " quota can be asked for in Service Quotas.";
    }
    if (said.contains("Unzipped size must be smaller")
        || said.contains("Request must be smaller")) {
      return "Make the package smaller, move parts of it to layers, or ship a container image.";
    }
    if (said.contains("reserved keys")) {
      return "Rename the environment variables that AWS reserves for itself.";
    }
    return null;
  }

  private static @Nullable String byCode(String code) {
    return switch (code) {
      case "AccessDeniedException", "AccessDenied", "UnauthorizedOperation" ->
          "Grant the action to the credentials in use, or use others (AWS_PROFILE).";
      case "ExpiredToken", "ExpiredTokenException" ->
          "The session has expired: log in again, for instance with: aws sso login.";
      case "InvalidClientTokenId", "UnrecognizedClientException", "InvalidSignatureException" ->
          "AWS does not know these credentials: check access key, secret key and session token.";
      case "RequestExpired", "SignatureDoesNotMatch" ->
          "Check the machine's clock and the secret key.";
      case "OptInRequired", "SubscriptionRequiredException" ->
          "Enable the service or the region for the account.";
      case "CodeStorageExceededException" ->
          "Delete old function versions and layers, or ask for a higher code storage quota.";
      case "CodeVerificationFailedException", "InvalidCodeSignatureException" ->
          "Sign the package with a profile that the code signing configuration allows.";
      case "ResourceConflictException" ->
          "Something else is changing the resource, or it exists already: look, then run again.";
      case "ResourceAlreadyExistsException" ->
          "Import the existing resource, delete it, or choose another name.";
      case "LimitExceededException", "ServiceQuotaExceededException" ->
          "A quota of the account is used up: free some of it, or ask for more in Service Quotas.";
      case "ResourceNotFoundException" -> "Check names, region and account.";
      case "KMSAccessDeniedException", "KMSDisabledException", "KMSNotFoundException" ->
          "Check that the KMS key exists, is enabled and may be used by these credentials.";
      case "RequestEntityTooLargeException", "RequestTooLargeException" ->
          "Put the package into S3 and name it by s3Bucket and s3Key.";
      case "EC2AccessDeniedException",
          "InvalidSubnetIDException",
          "InvalidSecurityGroupIDException" ->
          "Check the subnets and security groups, and the role's EC2 permissions.";
      case "ServiceException", "InternalError", "ServiceUnavailableException" ->
          "AWS had a fault of its own: run again.";
      default -> null;
    };
  }
}
