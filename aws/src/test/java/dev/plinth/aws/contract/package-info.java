/**
 * What holds of every resource type on every backend. A new type adds a {@link
 * dev.plinth.aws.contract.ContractCase}; a new backend adds a {@code Backends.Kind}.
 */
@org.jspecify.annotations.NullMarked
package dev.plinth.aws.contract;
