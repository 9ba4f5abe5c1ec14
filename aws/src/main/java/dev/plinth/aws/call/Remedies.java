/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.call;

import static dev.plinth.aws.call.KnownRefusal.coded;
import static dev.plinth.aws.call.KnownRefusal.saying;

import java.util.List;
import java.util.Optional;

/** What a user can do about the commonest refusals, and which input they are about. */
final class Remedies {
  private static final String NETWORK =
      "Check that subnets and security groups exist, are of one VPC, and are in this region and"
          + " account.";
  private static final String PACKAGE =
      "Make the package smaller, move parts of it to layers, or ship a container image.";
  private static final String KEY =
      "Check that the KMS key exists, is enabled and may be used by these credentials.";

  /** Those that are known by what AWS says come first: they know more than those with a code. */
  private static final List<KnownRefusal> KNOWN =
      List.of(
          saying(
                  "cannot be assumed by Lambda",
                  "Let the role's trust policy allow sts:AssumeRole to lambda.amazonaws.com.")
              .about("role"),
          saying(
                  "execution role does not have permissions",
                  "Attach a policy that grants the actions named above to the function's role.")
              .about("role"),
          saying(
                  "UnreservedConcurrentExecution",
                  "Reserve less: AWS keeps 100 executions of the account unreserved. A higher"
                      + " account quota can be asked for in Service Quotas.")
              .about("reservedConcurrentExecutions"),
          saying("Unzipped size must be smaller", PACKAGE),
          saying("Request must be smaller", PACKAGE),
          saying("reserved keys", "Rename the environment variables that AWS reserves for itself.")
              .about("environment"),
          saying(
                  "Error Code: PermanentRedirect",
                  "Take a bucket in the region that the function is in: Lambda takes code from no"
                      + " other.")
              .about("s3Bucket"),
          saying("Error Code: NoSuchBucket", "Mend the bucket's name, or make the bucket first.")
              .about("s3Bucket"),
          saying("Error Code: NoSuchKey", "Upload the object first, or mend its name.")
              .about("s3Key"),
          saying(
                  "occurred while GetObject",
                  "Check that the object exists and that these credentials may read it.")
              .about("s3Key"),
          saying(
                  "Source image",
                  "Push the image first, or mend its name; Lambda takes images from the function's"
                      + " own region only.")
              .about("imageUri"),
          saying("Error Code: InvalidSubnetID", NETWORK).about("vpcConfig.subnetIds"),
          saying("Error Code: InvalidGroup", NETWORK).about("vpcConfig.securityGroupIds"),
          saying("Error Code: InvalidSecurityGroupID", NETWORK).about("vpcConfig.securityGroupIds"),
          saying("runtime parameter of", "Move to a runtime that AWS still supports.")
              .about("runtime"),
          saying("Layer version", "Check the layer's ARN, its version, and its region.")
              .about("layers"),
          saying(
                  "Function already exist",
                  "Import the existing function, delete it, or choose another name.")
              .about("name"),
          coded(
              "Grant the action to the credentials in use, or use others (AWS_PROFILE).",
              "AccessDeniedException",
              "AccessDenied",
              "AuthorizationError",
              "UnauthorizedOperation"),
          coded(
              "The session has expired: log in again, for instance with: aws sso login.",
              "ExpiredToken",
              "ExpiredTokenException"),
          coded(
              "AWS does not know these credentials: check access key, secret key and session"
                  + " token.",
              "InvalidClientTokenId",
              "UnrecognizedClientException"),
          coded(
              "Check the machine's clock and the secret key.",
              "RequestExpired",
              "SignatureDoesNotMatch",
              "InvalidSignatureException"),
          coded(
              "Enable the service or the region for the account.",
              "OptInRequired",
              "SubscriptionRequiredException"),
          coded(
              "Delete old function versions and layers, or ask for a higher code storage quota.",
              "CodeStorageExceededException"),
          coded(
                  "Sign the package with a profile that the code signing configuration allows.",
                  "CodeVerificationFailedException",
                  "InvalidCodeSignatureException")
              .about("codeSigningConfigArn"),
          coded(
              "Something else is changing the resource, or it exists already: look, then run"
                  + " again.",
              "ResourceConflictException"),
          coded(
                  "Import the existing resource, delete it, or choose another name.",
                  "ResourceAlreadyExistsException",
                  "EntityAlreadyExists")
              .about("name"),
          coded(
              "A quota of the account is used up: free some of it, or ask for more in Service"
                  + " Quotas.",
              "LimitExceededException",
              "LimitExceeded",
              "ServiceQuotaExceededException"),
          coded("Check names, region and account.", "ResourceNotFoundException"),
          coded(KEY, "KMSAccessDeniedException", "KMSDisabledException", "KMSNotFoundException")
              .about("kmsKeyArn"),
          coded(
              "Put the package into S3 and name it by s3Bucket and s3Key.",
              "RequestEntityTooLargeException",
              "RequestTooLargeException"),
          coded(
                  "Check the subnets and security groups, and the role's EC2 permissions.",
                  "EC2AccessDeniedException",
                  "InvalidSubnetIDException",
                  "InvalidSecurityGroupIDException")
              .about("vpcConfig"),
          coded(
              "Wait a little and run again, with less at a time (--parallel).",
              "TooManyRequestsException",
              "ThrottlingException",
              "Throttling",
              "RequestLimitExceeded"),
          coded(
              "AWS had a fault of its own: run again.",
              "ServiceException",
              "InternalError",
              "InternalFailure",
              "ServiceUnavailableException",
              "ServiceUnavailable"));

  private Remedies() {}

  static Optional<KnownRefusal> find(String code, String said) {
    return KNOWN.stream().filter(known -> known.matches(code, said)).findFirst();
  }

  static String ofNoAnswer(String said) {
    if (said.contains("Unable to load credentials")) {
      return "Set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, choose a profile with AWS_PROFILE, or"
          + " log in with: aws sso login.";
    }
    return "Check the network, the region and AWS_ENDPOINT_URL, then run again.";
  }
}
