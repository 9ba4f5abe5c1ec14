/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.schema;

import dev.plinth.aws.document.JsonDocument;
import dev.plinth.engine.value.PropertyValue;
import dev.plinth.engine.value.PropertyValue.Items;
import dev.plinth.engine.value.PropertyValue.Num;
import dev.plinth.engine.value.PropertyValue.Obj;
import dev.plinth.engine.value.PropertyValue.Text;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The limits that many properties have. None compiles a regular expression: check must be cheap.
 */
public final class ValueRules {
  private ValueRules() {}

  public static ValueRule range(int min, int max) {
    return new Range(min, max);
  }

  /** The numbers that AWS takes, where they are no range. */
  public static ValueRule oneOf(Integer... allowed) {
    return new OneOfNumbers(new TreeSet<>(List.of(allowed)));
  }

  public static ValueRule oneOf(String... allowed) {
    return new OneOfTexts(List.of(allowed));
  }

  public static ValueRule maxLength(int max) {
    return new MaxLength(max);
  }

  public static ValueRule maxItems(int max) {
    return new MaxItems(max);
  }

  /** Letters, digits and the given other characters. */
  public static ValueRule letters(String others) {
    return new Letters(others);
  }

  /** Any but some characters. */
  public static ValueRule without(String forbidden) {
    return new Without(forbidden);
  }

  public static ValueRule maxEntries(int max) {
    return new MaxEntries(max);
  }

  /** A number that is written as text. */
  public static ValueRule decimal() {
    return new Decimal();
  }

  public static ValueRule startsWith(String prefix) {
    return new StartsWith(prefix);
  }

  public static ValueRule endsWith(String suffix) {
    return new EndsWith(suffix);
  }

  /** An ARN of one of the services, whatever its partition. */
  public static ValueRule arn(String... services) {
    return new Arn(List.of(services));
  }

  /** A JSON document; what is left empty counts as left out. */
  public static ValueRule json() {
    return new Json();
  }

  private record Json() implements ValueRule {
    @Override
    public @Nullable String violation(PropertyValue value) {
      String text = ((Text) value).value();
      return text.isEmpty() || JsonDocument.parse(text).isPresent()
          ? null
          : "It is no JSON document: let a JSON writer make the text.";
    }
  }

  private record Range(int min, int max) implements ValueRule {
    @Override
    public @Nullable String violation(PropertyValue value) {
      double number = ((Num) value).value();
      return number < min || number > max
          ? shown(number) + " is out of range: use a value from " + min + " to " + max + "."
          : null;
    }
  }

  private record OneOfNumbers(Set<Integer> allowed) implements ValueRule {
    @Override
    public @Nullable String violation(PropertyValue value) {
      int number = (int) ((Num) value).value();
      return allowed.contains(number)
          ? null
          : number + " is not one of the values that AWS takes: " + allowed + ".";
    }
  }

  private record OneOfTexts(List<String> allowed) implements ValueRule {
    @Override
    public @Nullable String violation(PropertyValue value) {
      String text = ((Text) value).value();
      return allowed.contains(text)
          ? null
          : "\"" + text + "\" is not one of " + allowed + "." + Suggestion.among(text, allowed);
    }
  }

  private record MaxLength(int max) implements ValueRule {
    @Override
    public @Nullable String violation(PropertyValue value) {
      int length = ((Text) value).value().length();
      return length > max
          ? "It has " + length + " characters; AWS takes at most " + max + "."
          : null;
    }
  }

  private record MaxItems(int max) implements ValueRule {
    @Override
    public @Nullable String violation(PropertyValue value) {
      int size = ((Items) value).values().size();
      return size > max ? "There are " + size + " of them; AWS takes at most " + max + "." : null;
    }
  }

  private record Letters(String others) implements ValueRule {
    @Override
    public @Nullable String violation(PropertyValue value) {
      String text = ((Text) value).value();
      for (int i = 0; i < text.length(); i++) {
        if (!allows(text.charAt(i))) {
          return "\""
              + text.charAt(i)
              + "\" is not allowed in it: use letters, digits and "
              + others;
        }
      }
      return text.isEmpty() ? "It is empty." : null;
    }

    private boolean allows(char c) {
      return (c >= 'a' && c <= 'z')
          || (c >= 'A' && c <= 'Z')
          || (c >= '0' && c <= '9')
          || others.indexOf(c) >= 0;
    }
  }

  private record Without(String forbidden) implements ValueRule {
    @Override
    public @Nullable String violation(PropertyValue value) {
      String text = ((Text) value).value();
      for (int i = 0; i < text.length(); i++) {
        if (forbidden.indexOf(text.charAt(i)) >= 0) {
          return "\"" + text.charAt(i) + "\" is not allowed in it, nor any of " + forbidden + ".";
        }
      }
      return text.isEmpty() ? "It is empty." : null;
    }
  }

  private record MaxEntries(int max) implements ValueRule {
    @Override
    public @Nullable String violation(PropertyValue value) {
      int size = ((Obj) value).properties().size();
      return size > max ? "There are " + size + " of them; AWS takes at most " + max + "." : null;
    }
  }

  private record Decimal() implements ValueRule {
    @Override
    public @Nullable String violation(PropertyValue value) {
      String text = ((Text) value).value();
      try {
        Double.parseDouble(text);
        return null;
      } catch (NumberFormatException e) {
        return "\"" + text + "\" is no number: write one such as 0 or 1.5.";
      }
    }
  }

  private record StartsWith(String prefix) implements ValueRule {
    @Override
    public @Nullable String violation(PropertyValue value) {
      String text = ((Text) value).value();
      return text.startsWith(prefix) ? null : "It must start with " + prefix + ".";
    }
  }

  private record EndsWith(String suffix) implements ValueRule {
    @Override
    public @Nullable String violation(PropertyValue value) {
      String text = ((Text) value).value();
      return text.endsWith(suffix) ? null : "It must end with " + suffix + ".";
    }
  }

  private record Arn(List<String> services) implements ValueRule {
    @Override
    public @Nullable String violation(PropertyValue value) {
      String[] parts = ((Text) value).value().split(":", 6);
      boolean right =
          parts.length == 6
              && parts[0].equals("arn")
              && parts[1].startsWith("aws")
              && services.contains(parts[2])
              && !parts[5].isEmpty();
      return right
          ? null
          : "It is no ARN of "
              + String.join(" or ", services)
              + ": use arn:aws:"
              + services.get(0)
              + ":... as AWS shows it.";
    }
  }

  private static String shown(double number) {
    return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
  }
}
