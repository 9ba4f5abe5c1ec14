/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.local.account;

import java.util.List;

/** A service of the account, beside the SDK's client interface that it answers through. */
public interface LocalService {
  /** The ARNs of the resources that it keeps in the account's region. */
  List<String> resourceArns();
}
