/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.local.iam;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.plinth.local.account.PolicyGrammar;
import dev.plinth.local.store.FolderLock;
import dev.plinth.local.store.Shelf;
import java.nio.file.Path;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The policies of roles: those written into a role and those attached to it. They are kept apart
 * from the roles, since a role that is only assumed to exist can have some too.
 */
final class RoleGrants {
  private static final int LONGEST_INLINE = 10_240;
  private static final int MOST_ATTACHED = 10;
  private static final Pattern SPACE = Pattern.compile("\\s");
  private static final String INLINE = "inline";
  private static final String ATTACHED = "attached";

  private final Shelf shelf;
  private final FolderLock lock;
  private final Roles roles;

  RoleGrants(Path folder, FolderLock lock, Roles roles) {
    this.shelf = new Shelf(folder.resolve("role-policies"));
    this.lock = lock;
    this.roles = roles;
  }

  private record Grants(Map<String, String> inline, Set<String> attached) {
    static Grants ofJson(JsonObject document) {
      TreeMap<String, String> inline = new TreeMap<>();
      document
          .getAsJsonObject(INLINE)
          .asMap()
          .forEach((name, policy) -> inline.put(name, policy.getAsString()));
      TreeSet<String> attached = new TreeSet<>();
      document.getAsJsonArray(ATTACHED).forEach(arn -> attached.add(arn.getAsString()));
      return new Grants(inline, attached);
    }

    JsonObject toJson() {
      JsonObject inlineObject = new JsonObject();
      inline.forEach(inlineObject::addProperty);
      JsonArray arns = new JsonArray();
      attached.forEach(arns::add);
      JsonObject document = new JsonObject();
      document.add(INLINE, inlineObject);
      document.add(ATTACHED, arns);
      return document;
    }

    boolean isEmpty() {
      return inline.isEmpty() && attached.isEmpty();
    }
  }

  void put(@Nullable String role, @Nullable String name, @Nullable String document) {
    IamFault.throwIfAny(
        IamNames.check(name, "policyName", IamNames.LONGEST_POLICY, null)
            .required(document, "policyDocument"));
    String text = String.valueOf(document);
    IamFault.throwIfMalformed(PolicyGrammar.IDENTITY, text);
    roles.requireKnown(role, "iam:PutRolePolicy");
    change(
        role,
        grants -> {
          grants.inline().put(String.valueOf(name), text);
          int size =
              grants.inline().values().stream()
                  .mapToInt(each -> SPACE.matcher(each).replaceAll("").length())
                  .sum();
          if (size > LONGEST_INLINE) {
            throw IamFault.limitExceeded(
                "Maximum policy size of " + LONGEST_INLINE + " bytes exceeded for role " + role);
          }
        });
  }

  String inline(@Nullable String role, String name) {
    String document = require(role).inline().get(name);
    if (document == null) {
      throw noSuchPolicy(name);
    }
    return document;
  }

  void remove(@Nullable String role, String name) {
    change(
        role,
        grants -> {
          if (grants.inline().remove(name) == null) {
            throw noSuchPolicy(name);
          }
        });
  }

  /** Attaches a policy, which may be attached already. */
  void attach(@Nullable String role, String arn) {
    roles.requireKnown(role, "iam:AttachRolePolicy");
    change(
        role,
        grants -> {
          grants.attached().add(arn);
          if (grants.attached().size() > MOST_ATTACHED) {
            throw IamFault.limitExceeded(
                "Cannot exceed quota for PoliciesPerRole: " + MOST_ATTACHED);
          }
        });
  }

  void detach(@Nullable String role, String arn) {
    change(
        role,
        grants -> {
          if (!grants.attached().remove(arn)) {
            throw IamFault.noSuchEntity("Policy " + arn + " was not found.");
          }
        });
  }

  Set<String> inlineNames(@Nullable String role) {
    return require(role).inline().keySet();
  }

  Set<String> attached(@Nullable String role) {
    return require(role).attached();
  }

  /** How many roles a managed policy is attached to. */
  int attachments(String arn) {
    return (int) withGrants().stream().filter(role -> find(role).attached().contains(arn)).count();
  }

  /** The roles that have policies. */
  NavigableSet<String> withGrants() {
    return shelf.names();
  }

  /** Refuses the deletion of a role that has policies. */
  void requireNone(String role) {
    if (!find(role).attached().isEmpty()) {
      throw IamFault.deleteConflict("Cannot delete entity, must detach all policies first.");
    }
    if (!find(role).inline().isEmpty()) {
      throw IamFault.deleteConflict("Cannot delete entity, must delete policies first.");
    }
  }

  private Grants require(@Nullable String role) {
    String name = String.valueOf(role);
    if (!shelf.contains(name) && !roles.isKnown(name)) {
      throw IamFault.noSuchRole(name);
    }
    return find(name);
  }

  private Grants find(String role) {
    return shelf
        .read(role)
        .map(Grants::ofJson)
        .orElseGet(() -> new Grants(new TreeMap<>(), new TreeSet<>()));
  }

  private void change(@Nullable String role, Consumer<Grants> change) {
    String name = String.valueOf(role);
    lock.holding(
        () -> {
          Grants grants = require(name);
          change.accept(grants);
          if (grants.isEmpty()) {
            shelf.delete(name);
          } else {
            shelf.write(name, grants.toJson());
          }
          return grants;
        });
  }

  private static RuntimeException noSuchPolicy(String name) {
    return IamFault.noSuchEntity("The role policy with name " + name + " cannot be found.");
  }
}
