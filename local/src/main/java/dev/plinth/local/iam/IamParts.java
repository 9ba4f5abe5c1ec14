/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.local.iam;

/** What IAM consists of here. */
record IamParts(Roles roles, RoleGrants grants, ManagedPolicies policies) {}
