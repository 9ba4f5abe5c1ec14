/**
 * AWS as <a href="https://github.com/getmoto/moto">moto</a> knows it, in a process of its own: an
 * account for every test. {@link dev.plinth.aws.testing.moto.MotoAccount} is where to begin. What
 * moto answers differently from AWS is in {@code docs/fidelity.md}.
 */
@org.jspecify.annotations.NullMarked
package dev.plinth.aws.testing.moto;
