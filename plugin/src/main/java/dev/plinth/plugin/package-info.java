/**
 * Pulumi's provider plugins: programs of their own that serve a package over gRPC. A plugin is
 * looked for where Pulumi keeps it, started when its package is first needed, and ended with the
 * run. Start at {@link dev.plinth.plugin.PluginProviders}.
 *
 * <p>Components that a plugin constructs, and packages made from parameters, are the engine's to
 * refuse; nothing here asks for them.
 */
@NullMarked
package dev.plinth.plugin;

import org.jspecify.annotations.NullMarked;
