/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.local.iam;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.plinth.local.account.Constraints;
import dev.plinth.local.account.PolicyGrammar;
import dev.plinth.local.catalogue.Catalogue;
import dev.plinth.local.catalogue.ResourceKind;
import dev.plinth.local.store.FolderLock;
import dev.plinth.local.store.SdkJson;
import dev.plinth.local.store.Shelf;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.iam.model.CreatePolicyRequest;
import software.amazon.awssdk.services.iam.model.CreatePolicyVersionRequest;
import software.amazon.awssdk.services.iam.model.Policy;
import software.amazon.awssdk.services.iam.model.PolicyVersion;
import software.amazon.awssdk.services.iam.model.Tag;

/** The account's own managed policies, by ARN, with their versions. */
final class ManagedPolicies {
  private static final int MOST_VERSIONS = 5;
  private static final int LONGEST = 6144;
  private static final Pattern SPACE = Pattern.compile("\\s");

  private final IamNames names;
  private final Shelf shelf;
  private final FolderLock lock;
  private final Catalogue catalogue;
  private final RoleGrants grants;

  ManagedPolicies(
      IamNames names, Path folder, FolderLock lock, Catalogue catalogue, RoleGrants grants) {
    this.names = names;
    this.shelf = new Shelf(folder.resolve("policies"));
    this.lock = lock;
    this.catalogue = catalogue;
    this.grants = grants;
  }

  private record Stored(Policy policy, List<PolicyVersion> versions) {
    static Stored ofJson(JsonObject document) {
      List<PolicyVersion> versions = new ArrayList<>();
      document
          .getAsJsonArray("versions")
          .forEach(
              each ->
                  versions.add(
                      SdkJson.fromJson(
                          each.getAsJsonObject(), PolicyVersion.builder(), PolicyVersion.class)));
      return new Stored(
          SdkJson.fromJson(document.getAsJsonObject("policy"), Policy.builder(), Policy.class),
          versions);
    }

    JsonObject toJson() {
      JsonArray all = new JsonArray();
      versions.forEach(version -> all.add(SdkJson.toJson(version)));
      JsonObject document = new JsonObject();
      document.add("policy", SdkJson.toJson(policy));
      document.add("versions", all);
      return document;
    }

    Stored with(Consumer<Policy.Builder> change) {
      return new Stored(policy.copy(change), versions);
    }

    Stored withVersions(List<PolicyVersion> changed) {
      return new Stored(policy, changed);
    }

    /** The number of the next version; a number is never used again. */
    int nextNumber() {
      return versions.stream().mapToInt(version -> number(version.versionId())).max().orElse(0) + 1;
    }
  }

  Policy create(CreatePolicyRequest request) {
    String name = request.policyName();
    String path = request.path() == null ? "/" : request.path();
    IamFault.throwIfAny(
        IamNames.check(name, "policyName", IamNames.LONGEST_POLICY, path)
            .required(request.policyDocument(), "policyDocument")
            .length(request.description(), "description", 0, 1000));
    check(request.policyDocument());
    Policy policy =
        Policy.builder()
            .policyName(name)
            .path(path)
            .arn(names.arn("policy", path, name))
            .policyId(IamNames.newId("ANPA"))
            .defaultVersionId("v1")
            .description(request.description())
            .isAttachable(true)
            .createDate(names.now())
            .updateDate(names.now())
            .tags(IamTags.merged(List.of(), request.tags()))
            .build();
    Stored stored = new Stored(policy, List.of(version(1, request.policyDocument(), true)));
    return lock.holding(
        () -> {
          if (all().stream().anyMatch(each -> each.policyName().equals(name))) {
            throw IamFault.alreadyExists(
                "A policy called " + name + " already exists. Duplicate names are not allowed.");
          }
          shelf.write(policy.arn(), stored.toJson());
          return policy;
        });
  }

  Policy policy(String arn) {
    return require(arn).policy().copy(policy -> policy.attachmentCount(grants.attachments(arn)));
  }

  List<PolicyVersion> versions(String arn) {
    return require(arn).versions();
  }

  PolicyVersion version(String arn, String id) {
    return require(arn).versions().stream()
        .filter(version -> version.versionId().equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                IamFault.noSuchEntity(
                    "Policy " + arn + " version " + id + " does not exist or is not attachable."));
  }

  PolicyVersion addVersion(CreatePolicyVersionRequest request) {
    check(String.valueOf(request.policyDocument()));
    boolean isDefault = Boolean.TRUE.equals(request.setAsDefault());
    List<PolicyVersion> added = new ArrayList<>();
    change(
        request.policyArn(),
        stored -> {
          if (stored.versions().size() >= MOST_VERSIONS) {
            throw IamFault.limitExceeded(
                "A managed policy can have up to "
                    + MOST_VERSIONS
                    + " versions. Before you create a new version, you must delete an existing"
                    + " version.");
          }
          PolicyVersion version = version(stored.nextNumber(), request.policyDocument(), isDefault);
          added.add(version);
          List<PolicyVersion> all = new ArrayList<>(stored.versions());
          all.add(version);
          Stored longer = stored.withVersions(all);
          return isDefault ? withDefault(longer, version.versionId()) : longer;
        });
    return added.get(0);
  }

  void setDefault(String arn, String id) {
    version(arn, id);
    change(arn, stored -> withDefault(stored, id));
  }

  void deleteVersion(String arn, String id) {
    if (version(arn, id).isDefaultVersion()) {
      throw IamFault.deleteConflict("Cannot delete the default version of a policy.");
    }
    change(
        arn,
        stored ->
            stored.withVersions(
                stored.versions().stream()
                    .filter(version -> !version.versionId().equals(id))
                    .toList()));
  }

  void tag(String arn, List<Tag> tags) {
    change(
        arn,
        stored -> stored.with(policy -> policy.tags(IamTags.merged(stored.policy().tags(), tags))));
  }

  void untag(String arn, List<String> keys) {
    change(
        arn,
        stored ->
            stored.with(policy -> policy.tags(IamTags.without(stored.policy().tags(), keys))));
  }

  void delete(String arn) {
    lock.holding(
        () -> {
          Stored stored = require(arn);
          if (grants.attachments(arn) > 0) {
            throw IamFault.deleteConflict("Cannot delete a policy attached to entities.");
          }
          if (stored.versions().size() > 1) {
            throw IamFault.deleteConflict(
                "This policy has more than one version. Before you delete a policy, you must"
                    + " delete the policy's versions. The default version is deleted with the"
                    + " policy.");
          }
          shelf.delete(arn);
          return stored;
        });
  }

  /** Makes sure that a policy is there to be attached: AWS's own all are. */
  void requireAttachable(String arn, String call) {
    IamFault.throwIfAny(
        new Constraints().required(arn, "policyArn").length(arn, "policyArn", 20, 2048));
    if (!IamNames.isAmazons(arn) && !shelf.contains(arn)) {
      catalogue.require(
          ResourceKind.POLICY,
          arn,
          call,
          () -> IamFault.noSuchEntity("Policy " + arn + " does not exist or is not attachable."));
    }
  }

  List<Policy> all() {
    return shelf.names().stream().filter(shelf::contains).map(this::policy).toList();
  }

  private Stored require(String arn) {
    return shelf
        .read(String.valueOf(arn))
        .map(Stored::ofJson)
        .orElseThrow(() -> IamFault.noSuchEntity("Policy " + arn + " was not found."));
  }

  private void change(String arn, UnaryOperator<Stored> change) {
    lock.holding(
        () -> {
          Stored changed =
              change.apply(require(arn)).with(policy -> policy.updateDate(names.now()));
          shelf.write(arn, changed.toJson());
          return changed;
        });
  }

  private static Stored withDefault(Stored stored, String id) {
    return stored
        .withVersions(
            stored.versions().stream()
                .map(
                    version ->
                        version.copy(
                            change -> change.isDefaultVersion(version.versionId().equals(id))))
                .toList())
        .with(policy -> policy.defaultVersionId(id));
  }

  private PolicyVersion version(int number, String document, boolean isDefault) {
    return PolicyVersion.builder()
        .versionId("v" + number)
        .document(document)
        .isDefaultVersion(isDefault)
        .createDate(names.now())
        .build();
  }

  private static int number(String versionId) {
    return Integer.parseInt(versionId.substring(1));
  }

  private static void check(String document) {
    if (SPACE.matcher(document).replaceAll("").length() > LONGEST) {
      throw IamFault.limitExceeded("Cannot exceed quota for PolicySize: " + LONGEST);
    }
    IamFault.throwIfMalformed(PolicyGrammar.IDENTITY, document);
  }
}
