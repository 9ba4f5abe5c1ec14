/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.cli.render;

/** Type tokens as people read them. */
final class TypeName {
  private TypeName() {}

  /**
   * Leaves out the file of a module where it says nothing: {@code aws:lambda/function:Function} is
   * shown as {@code aws:lambda:Function}.
   */
  static String shown(String token) {
    int slash = token.indexOf('/');
    int colon = token.lastIndexOf(':');
    if (slash < 0 || colon < slash + 2) {
      return token;
    }
    String file = token.substring(slash + 1, colon);
    String name = token.substring(colon + 1);
    boolean redundant =
        file.length() == name.length()
            && file.substring(1).equals(name.substring(1))
            && Character.toUpperCase(file.charAt(0)) == name.charAt(0);
    return redundant ? token.substring(0, slash) + token.substring(colon) : token;
  }
}
