/**
 * The local account: AWS services in process, behind the SDK's own client interfaces, kept in a
 * folder. Start at {@link dev.plinth.local.LocalAccount}.
 *
 * <pre>
 * FOLDER/
 *   resources.json             what a user declares to exist: {"resources": [{"kind", "id", …}]}
 *   lock                       taken by whoever writes
 *   ACCOUNT/REGION/
 *     known.log                what was declared or assumed, a JSON object per line
 *     cloudwatch/alarms/, …    CloudWatch's alarms and dashboards
 *     events/buses/, …         EventBridge's buses, rules and targets
 *     lambda/functions/*.json  a function each, with its versions
 *     lambda/functions.log     their names, in the order of creation and deletion
 *     lambda/reservations.log  reserved concurrency
 *     lambda/code/SHA256/      an uploaded archive, and who uses it
 *     logs/groups/*.json       a log group each
 *     logs/groups.log          their names
 *     logs/metric-filters/     their metric filters
 *     scheduler/schedules/, …  schedules and their groups
 *     states/machines/, …      state machines and their versions
 * </pre>
 */
@NullMarked
package dev.plinth.local;

import org.jspecify.annotations.NullMarked;
