/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.value;

import dev.plinth.engine.urn.Urn;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One value of a resource's inputs or outputs: the closed set of Pulumi's value kinds. */
public sealed interface PropertyValue {

  /** The JSON null. */
  record Null() implements PropertyValue {
    public static final Null INSTANCE = new Null();

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitNull(this);
    }
  }

  /** A boolean. */
  record Bool(boolean value) implements PropertyValue {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitBool(this);
    }
  }

  /** A number; on the wire and in state every number is an IEEE double. */
  record Num(double value) implements PropertyValue {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitNum(this);
    }
  }

  /** A string. */
  record Text(String value) implements PropertyValue {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitText(this);
    }
  }

  /** A list. */
  record Items(List<PropertyValue> values) implements PropertyValue {
    public Items {
      values = List.copyOf(values);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitItems(this);
    }
  }

  /** A map from property name to value. */
  record Obj(PropertyMap properties) implements PropertyValue {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitObj(this);
    }
  }

  /**
   * A value that must never be shown and is encrypted at rest. Its text form is {@code [secret]}.
   *
   * <p>One that comes from state may still be sealed: it is decrypted when somebody first asks for
   * its value, and that may fail. Two secrets are equal when their values are.
   */
  final class Secret implements PropertyValue {
    private final @Nullable SealedValue sealed;
    private volatile @Nullable PropertyValue opened;

    public Secret(PropertyValue value) {
      sealed = null;
      opened = value;
    }

    /** A secret that is decrypted when it is needed. */
    public Secret(SealedValue sealed) {
      this.sealed = sealed;
    }

    /** The value; whatever {@link SealedValue#open} throws when it cannot be decrypted. */
    public PropertyValue value() {
      PropertyValue value = opened;
      if (value == null) {
        value = Objects.requireNonNull(sealed, "a secret is made opened or sealed").open();
        opened = value;
      }
      return value;
    }

    /** What it was made from, when it came encrypted; opening it does not change that. */
    public Optional<SealedValue> sealed() {
      return Optional.ofNullable(sealed);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitSecret(this);
    }

    @Override
    public boolean equals(@Nullable Object other) {
      if (!(other instanceof Secret that)) {
        return false;
      }
      return this == that || (sealed != null && sealed.equals(that.sealed)) || opensEqual(that);
    }

    private boolean opensEqual(Secret that) {
      return value().equals(that.value());
    }

    /** The same for all secrets, so that hashing needs no decryption. */
    @Override
    public int hashCode() {
      return Secret.class.hashCode();
    }

    @Override
    public String toString() {
      return "[secret]";
    }
  }

  /** A value that is still encrypted. */
  interface SealedValue {
    /** Decrypts it; called at most a few times, since the result is kept. */
    PropertyValue open();
  }

  /** A value that is not known before the run: it exists in a preview only. */
  record Computed() implements PropertyValue {
    public static final Computed INSTANCE = new Computed();

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitComputed(this);
    }
  }

  /** A file's content. */
  record AssetValue(Asset asset) implements PropertyValue {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitAsset(this);
    }
  }

  /** A set of named files. */
  record ArchiveValue(Archive archive) implements PropertyValue {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitArchive(this);
    }
  }

  /**
   * A reference to another resource.
   *
   * @param id absent for a component; {@link Computed} where it is not known yet
   * @param packageVersion the version of the resource's package, or the empty string
   */
  record ResourceReference(Urn urn, Optional<PropertyValue> id, String packageVersion)
      implements PropertyValue {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitResourceReference(this);
    }
  }

  /**
   * A value together with what it depends on.
   *
   * @param value absent when it is not known
   */
  record OutputValue(Optional<PropertyValue> value, boolean secret, Set<Urn> dependencies)
      implements PropertyValue {
    public OutputValue {
      dependencies = Set.copyOf(dependencies);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitOutput(this);
    }

    @Override
    public String toString() {
      return secret ? "[secret]" : "output(" + value + ")";
    }
  }

  /** One method per kind; a new kind does not compile until every visitor handles it. */
  interface Visitor<R> {
    R visitNull(Null value);

    R visitBool(Bool value);

    R visitNum(Num value);

    R visitText(Text value);

    R visitItems(Items value);

    R visitObj(Obj value);

    R visitSecret(Secret value);

    R visitComputed(Computed value);

    R visitAsset(AssetValue value);

    R visitArchive(ArchiveValue value);

    R visitResourceReference(ResourceReference value);

    R visitOutput(OutputValue value);
  }

  <R> R accept(Visitor<R> visitor);

  static PropertyValue of(String value) {
    return new Text(value);
  }

  static PropertyValue of(double value) {
    return new Num(value);
  }

  static PropertyValue of(boolean value) {
    return new Bool(value);
  }

  static PropertyValue of(List<PropertyValue> values) {
    return new Items(values);
  }

  static PropertyValue of(PropertyMap properties) {
    return new Obj(properties);
  }

  /** Whether an unknown stands anywhere inside this value. */
  default boolean containsUnknowns() {
    return accept(Contains.UNKNOWN);
  }

  /** Whether a secret stands anywhere inside this value. */
  default boolean containsSecrets() {
    return accept(Contains.SECRET);
  }

  /** This value with every secret wrapper, at any depth, taken off. */
  default PropertyValue withoutSecrets() {
    return accept(RevealSecrets.INSTANCE);
  }
}
