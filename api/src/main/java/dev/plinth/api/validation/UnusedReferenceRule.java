/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.api.validation;

import dev.plinth.api.computestack.ComputeStack;
import dev.plinth.api.computestack.StackFunction;
import dev.plinth.api.manifest.FieldPath;
import dev.plinth.proto.computestack.AwsComputeStackSpec;
import dev.plinth.proto.computestack.BucketAccess;
import dev.plinth.proto.computestack.Egress;
import dev.plinth.proto.computestack.Layer;
import dev.plinth.proto.computestack.Secrets;
import dev.plinth.proto.computestack.Storage;
import dev.plinth.proto.foreignkey.StringValueOrRef;
import java.util.List;
import java.util.function.Predicate;

/** What a stack stands on is used by some part of it. */
final class UnusedReferenceRule implements StackRule {

  @Override
  public void check(ComputeStack stack, Report report) {
    NoEffect noEffect = new NoEffect(report);
    checkNetwork(stack, noEffect);
    checkDatabase(stack, noEffect);
    checkStorage(stack, noEffect);
    checkSecrets(stack, noEffect);
    for (int i = 0; i < stack.spec().getLayersCount(); i++) {
      checkLayer(FieldPath.index("spec.layers", i), stack.spec().getLayers(i), stack, noEffect);
    }
  }

  private static void checkNetwork(ComputeStack stack, NoEffect noEffect) {
    AwsComputeStackSpec spec = stack.spec();
    boolean isUsed = stack.functions().stream().anyMatch(StackFunction::wantsVpc);
    String nobody = "no function runs in the VPC";
    String toUse = "set vpc of a function to true, or describe spec.database";
    noEffect.tellIf(!isUsed && spec.hasNetwork(), "spec.network", nobody, toUse);
    noEffect.tellIf(
        !isUsed && spec.getSecurity().getFunctionSecurityGroupsCount() > 0,
        "spec.security.function_security_groups",
        nobody,
        toUse);
    noEffect.tellIf(
        isUsed
            && spec.getNetwork().getEndpointsCount() > 0
            && spec.getNetwork().getEgress() != Egress.ENDPOINTS,
        "spec.network.endpoints",
        "functions reach AWS through a NAT gateway unless egress is ENDPOINTS",
        "set spec.network.egress to ENDPOINTS");
  }

  private static void checkDatabase(ComputeStack stack, NoEffect noEffect) {
    boolean isUsed = any(stack, function -> function.access().getDatabase());
    noEffect.tellIf(
        stack.spec().hasDatabase() && !isUsed,
        "spec.database",
        "no function may use the database",
        "set access.database of a function to true");
    noEffect.tellIf(
        stack.spec().getDatabase().hasClientSecurityGroup()
            && isUsed
            && !any(stack, function -> function.access().getDatabase() && function.wantsVpc()),
        "spec.database.client_security_group",
        "no function that may use the database runs in the VPC",
        "set vpc of such a function to true");
  }

  private static void checkStorage(ComputeStack stack, NoEffect noEffect) {
    Storage storage = stack.spec().getStorage();
    StringValueOrRef uploads = storage.getUploadBucket();
    noEffect.tellIf(
        storage.hasUploadBucket()
            && !any(stack, function -> names(function.access().getReadList(), uploads))
            && stack.fileEvents().stream()
                .noneMatch(event -> stack.bucketFieldOf(event).equals(uploads)),
        "spec.storage.upload_bucket",
        "no file event is about it, and no function reads it",
        "name it in access.read of a function");
    noEffect.tellIf(
        storage.hasProcessedBucket()
            && !any(
                stack,
                function -> names(function.access().getWriteList(), storage.getProcessedBucket())),
        "spec.storage.processed_bucket",
        "no function writes to it",
        "name it in access.write of a function");
    noEffect.tellIf(
        storage.hasArtifactBucket()
            && !any(stack, f -> !f.hasOwnCode() || !f.spec().getCode().getLocalPath().isEmpty()),
        "spec.storage.artifact_bucket",
        "no code is uploaded from this machine",
        "give the code of a function as local_path");
  }

  private static boolean names(List<BucketAccess> accesses, StringValueOrRef bucket) {
    return accesses.stream().anyMatch(access -> access.getBucket().equals(bucket));
  }

  private static void checkSecrets(ComputeStack stack, NoEffect noEffect) {
    Secrets secrets = stack.spec().getSecrets();
    if (secrets.hasJwtSecretArn()) {
      checkSecret(secrets.getJwtSecretArn(), "spec.secrets.jwt_secret_arn", stack, noEffect);
    }
    for (int i = 0; i < secrets.getApiKeyArnsCount(); i++) {
      String path = FieldPath.index("spec.secrets.api_key_arns", i);
      checkSecret(secrets.getApiKeyArns(i), path, stack, noEffect);
    }
  }

  private static void checkSecret(
      StringValueOrRef secret, String path, ComputeStack stack, NoEffect noEffect) {
    noEffect.tellIf(
        !any(stack, function -> function.access().getSecretsList().contains(secret)),
        path,
        "no function reads it",
        "name it in access.secrets of a function");
  }

  private static void checkLayer(String path, Layer layer, ComputeStack stack, NoEffect noEffect) {
    // One that is published is there for others too.
    noEffect.tellIf(
        layer.hasArn() && !any(stack, f -> f.spec().getLayersList().contains(layer.getName())),
        path,
        "no function names it in its layers",
        "name it in layers of a function");
    noEffect.tellIf(
        layer.hasArn() && layer.getCompatibleRuntimesCount() > 0,
        path + ".compatible_runtimes",
        "the layer is not published here, but taken by arn",
        "publish the layer from local_path");
  }

  private static boolean any(ComputeStack stack, Predicate<StackFunction> predicate) {
    return stack.functions().stream().anyMatch(predicate);
  }
}
