/**
 * Amazon CloudWatch Logs' control plane: log groups with their retention, key and tags, and their
 * metric filters. Start at {@link dev.plinth.local.logs.LocalLogsClient}.
 */
@NullMarked
package dev.plinth.local.logs;

import org.jspecify.annotations.NullMarked;
