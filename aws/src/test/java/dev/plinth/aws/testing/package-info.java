/** What the provider's tests share: a driver in the engine's place, time that they move, faults. */
@org.jspecify.annotations.NullMarked
package dev.plinth.aws.testing;
