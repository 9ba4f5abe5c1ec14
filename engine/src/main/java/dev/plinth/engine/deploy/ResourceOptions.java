/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.deploy;

import dev.plinth.engine.state.CustomTimeouts;
import dev.plinth.engine.urn.Urn;
import dev.plinth.engine.value.PropertyValue;
import java.util.List;
import java.util.Optional;

/**
 * How a resource is to be managed, apart from what it is: Pulumi's resource options.
 *
 * @param provider the text form of a provider reference; the package's default provider when empty
 * @param version the version of the resource's package, or the empty string
 * @param protect whether it must not be deleted; inherited from the parent when empty
 * @param deleteBeforeReplace overrides what the provider says
 * @param retainOnDelete whether a delete only forgets it; inherited from the parent when empty
 * @param deletedWith the resource whose end takes this one with it; inherited when empty
 * @param replaceWith resources whose replacement replaces this one
 * @param replacementTrigger a value whose change replaces the resource
 * @param ignoreChanges property paths that keep what they have
 * @param replaceOnChanges property paths whose change replaces the resource
 * @param hideDiffs property paths whose changes are not shown
 * @param additionalSecretOutputs outputs that are secret whatever the provider says
 * @param aliases names that the resource had before
 * @param importId the id of an existing resource that this one is to become
 */
public record ResourceOptions(
    Optional<String> provider,
    String version,
    Optional<Boolean> protect,
    Optional<Boolean> deleteBeforeReplace,
    Optional<Boolean> retainOnDelete,
    Optional<Urn> deletedWith,
    List<Urn> replaceWith,
    Optional<PropertyValue> replacementTrigger,
    List<String> ignoreChanges,
    List<String> replaceOnChanges,
    List<String> hideDiffs,
    List<String> additionalSecretOutputs,
    List<Alias> aliases,
    CustomTimeouts customTimeouts,
    Optional<String> importId) {
  private static final ResourceOptions NONE = new Builder().build();

  public ResourceOptions {
    replaceWith = List.copyOf(replaceWith);
    ignoreChanges = List.copyOf(ignoreChanges);
    replaceOnChanges = List.copyOf(replaceOnChanges);
    hideDiffs = List.copyOf(hideDiffs);
    additionalSecretOutputs = List.copyOf(additionalSecretOutputs);
    aliases = List.copyOf(aliases);
  }

  /** No option is set. */
  public static ResourceOptions none() {
    return NONE;
  }

  public static Builder builder() {
    return new Builder();
  }

  public Builder toBuilder() {
    Builder builder = new Builder();
    builder.provider = provider;
    builder.version = version;
    builder.protect = protect;
    builder.deleteBeforeReplace = deleteBeforeReplace;
    builder.retainOnDelete = retainOnDelete;
    builder.deletedWith = deletedWith;
    builder.replaceWith = replaceWith;
    builder.replacementTrigger = replacementTrigger;
    builder.ignoreChanges = ignoreChanges;
    builder.replaceOnChanges = replaceOnChanges;
    builder.hideDiffs = hideDiffs;
    builder.additionalSecretOutputs = additionalSecretOutputs;
    builder.aliases = aliases;
    builder.customTimeouts = customTimeouts;
    builder.importId = importId;
    return builder;
  }

  /** These options with what they leave open taken from the parent's. */
  ResourceOptions inheriting(ResourceOptions parent) {
    return toBuilder()
        .protect(protect.or(parent::protect))
        .retainOnDelete(retainOnDelete.or(parent::retainOnDelete))
        .deletedWith(deletedWith.or(parent::deletedWith))
        .build();
  }

  /** Collects options; what is not set is left open. */
  public static final class Builder {
    private Optional<String> provider = Optional.empty();
    private String version = "";
    private Optional<Boolean> protect = Optional.empty();
    private Optional<Boolean> deleteBeforeReplace = Optional.empty();
    private Optional<Boolean> retainOnDelete = Optional.empty();
    private Optional<Urn> deletedWith = Optional.empty();
    private List<Urn> replaceWith = List.of();
    private Optional<PropertyValue> replacementTrigger = Optional.empty();
    private List<String> ignoreChanges = List.of();
    private List<String> replaceOnChanges = List.of();
    private List<String> hideDiffs = List.of();
    private List<String> additionalSecretOutputs = List.of();
    private List<Alias> aliases = List.of();
    private CustomTimeouts customTimeouts = CustomTimeouts.none();
    private Optional<String> importId = Optional.empty();

    private Builder() {}

    public Builder provider(Optional<String> value) {
      provider = value;
      return this;
    }

    public Builder version(String value) {
      version = value;
      return this;
    }

    public Builder protect(Optional<Boolean> value) {
      protect = value;
      return this;
    }

    public Builder deleteBeforeReplace(Optional<Boolean> value) {
      deleteBeforeReplace = value;
      return this;
    }

    public Builder retainOnDelete(Optional<Boolean> value) {
      retainOnDelete = value;
      return this;
    }

    public Builder deletedWith(Optional<Urn> value) {
      deletedWith = value;
      return this;
    }

    public Builder replaceWith(List<Urn> value) {
      replaceWith = value;
      return this;
    }

    public Builder replacementTrigger(Optional<PropertyValue> value) {
      replacementTrigger = value;
      return this;
    }

    public Builder ignoreChanges(List<String> value) {
      ignoreChanges = value;
      return this;
    }

    public Builder replaceOnChanges(List<String> value) {
      replaceOnChanges = value;
      return this;
    }

    public Builder hideDiffs(List<String> value) {
      hideDiffs = value;
      return this;
    }

    public Builder additionalSecretOutputs(List<String> value) {
      additionalSecretOutputs = value;
      return this;
    }

    public Builder aliases(List<Alias> value) {
      aliases = value;
      return this;
    }

    public Builder customTimeouts(CustomTimeouts value) {
      customTimeouts = value;
      return this;
    }

    public Builder importId(Optional<String> value) {
      importId = value;
      return this;
    }

    public ResourceOptions build() {
      return new ResourceOptions(
          provider,
          version,
          protect,
          deleteBeforeReplace,
          retainOnDelete,
          deletedWith,
          replaceWith,
          replacementTrigger,
          ignoreChanges,
          replaceOnChanges,
          hideDiffs,
          additionalSecretOutputs,
          aliases,
          customTimeouts,
          importId);
    }
  }
}
