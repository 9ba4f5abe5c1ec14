/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.api.validation;

import dev.plinth.api.diagnostic.Quotation;
import dev.plinth.api.manifest.FieldPath;
import dev.plinth.proto.awslambda.AwsLambda;
import dev.plinth.proto.shared.CloudResourceMetadata;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What becomes a tag in AWS keeps to AWS's limits for tags: metadata's own fields, labels and tags.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/tag-editor/latest/userguide/best-practices-and-strats.html">
 *     Tag naming limits</a>
 */
final class TagRule implements LambdaRule {
  private static final int MOST_TAGS = 50;
  private static final int LONGEST_KEY = 128;
  private static final int LONGEST_VALUE = 256;
  private static final String PUNCTUATION = " _.:/=+-@";
  private static final String ALLOWED = "letters, digits, spaces and _ . : / = + - @";

  /** The tags that every resource gets, whatever the labels are. */
  private static final int OWN_TAGS = 6;

  @Override
  public void check(AwsLambda manifest, Report report) {
    check(manifest.getMetadata(), 0, report);
  }

  /**
   * Checks the metadata of any kind.
   *
   * @param further tags that the kind sets beside those that every kind sets
   */
  static void check(CloudResourceMetadata metadata, int further, Report report) {
    checkValue(metadata.getOrg(), "metadata.org", report);
    checkValue(metadata.getEnv(), "metadata.env", report);
    checkValue(metadata.getId(), "metadata.id", report);
    checkValue(metadata.getName(), "metadata.name", report);
    metadata
        .getLabelsMap()
        .forEach(
            (key, value) -> checkTag(key, value, FieldPath.key("metadata.labels", key), report));
    List<String> tags = metadata.getTagsList();
    for (int i = 0; i < tags.size(); i++) {
      String[] parts = tags.get(i).split("=", 2);
      String value = parts.length < 2 ? "" : parts[1];
      checkTag(parts[0], value, FieldPath.index("metadata.tags", i), report);
    }
    checkNumber(metadata, OWN_TAGS + further, report);
  }

  private static void checkTag(String key, String value, String path, Report report) {
    if (key.isEmpty() || key.length() > LONGEST_KEY) {
      report.error(
          "manifest.bad-format",
          path,
          "the tag's key has "
              + key.length()
              + " characters, but AWS wants 1 to "
              + LONGEST_KEY
              + ".",
          "give the tag a key of 1 to " + LONGEST_KEY + " characters.");
    } else if (key.toLowerCase(Locale.ROOT).startsWith("aws:")) {
      report.error(
          "manifest.reserved",
          path,
          "the tag's key " + Quotation.of(key) + " begins with aws:, which AWS keeps for itself.",
          "choose another key.");
    } else if (hasOtherCharacters(key)) {
      report.error(
          "manifest.bad-format",
          path,
          "the tag's key " + Quotation.of(key) + " has a character that AWS does not take in tags.",
          "use only " + ALLOWED + ".");
    }
    checkValue(value, path, report);
  }

  private static void checkValue(String value, String path, Report report) {
    if (value.length() > LONGEST_VALUE) {
      report.error(
          "manifest.too-long",
          path,
          "the value becomes a tag and has "
              + value.length()
              + " characters, more than the "
              + LONGEST_VALUE
              + " that AWS takes.",
          "shorten it to " + LONGEST_VALUE + " characters.");
    } else if (hasOtherCharacters(value)) {
      report.error(
          "manifest.bad-format",
          path,
          "the value "
              + Quotation.of(value)
              + " becomes a tag and has a character that AWS does not take in tags.",
          "use only " + ALLOWED + ".");
    }
  }

  private static void checkNumber(CloudResourceMetadata metadata, int own, Report report) {
    Set<String> keys = new HashSet<>(metadata.getLabelsMap().keySet());
    metadata.getTagsList().stream()
        .map(tag -> Stream.of(tag.split("=", 2)).findFirst().orElse(""))
        .forEach(keys::add);
    if (keys.size() + own > MOST_TAGS) {
      report.error(
          "manifest.too-many",
          "metadata.labels",
          "labels and tags come to "
              + keys.size()
              + " tags, but AWS takes "
              + MOST_TAGS
              + " on a resource, and "
              + own
              + " of those say whose it is.",
          "remove " + (keys.size() + own - MOST_TAGS) + " of them.");
    }
  }

  private static boolean hasOtherCharacters(String text) {
    return text.codePoints()
        .anyMatch(c -> !Character.isLetterOrDigit(c) && PUNCTUATION.indexOf(c) < 0);
  }
}
