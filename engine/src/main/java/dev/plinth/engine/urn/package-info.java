/**
 * Names of things in a stack: URNs, type tokens and provider references, in Pulumi's forms. Start
 * at {@link dev.plinth.engine.urn.Urn}.
 */
@NullMarked
package dev.plinth.engine.urn;

import org.jspecify.annotations.NullMarked;
