/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.schema;

/** What holds of a property beyond its kind. */
public enum Trait {
  /** The program has to set it. */
  REQUIRED,
  /** A change of it replaces the resource. */
  REPLACES,
  /** AWS decides the value; a program cannot set it. */
  OUTPUT,
  /** AWS fills it in when the program leaves it out; leaving it out keeps what is there. */
  COMPUTED,
  /** A list whose order and duplicates mean nothing. */
  UNORDERED,
  /** AWS does not tell the value: what the program said last is what is known. */
  UNREADABLE,
  /** May hold what must not be printed, even where the program did not mark it as a secret. */
  SENSITIVE
}
