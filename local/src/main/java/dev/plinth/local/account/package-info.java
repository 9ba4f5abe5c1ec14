/**
 * What every service of the local account shares: whose account it is and where ({@link
 * dev.plinth.local.account.AccountContext}), how a refusal is put into an AWS exception, and the
 * checks that AWS makes from a service's model before the service itself looks at a request.
 */
@NullMarked
package dev.plinth.local.account;

import org.jspecify.annotations.NullMarked;
