/**
 * What happens in a run, as one ordered stream of facts: no words, no colours, no layout, and no
 * secret. Every display is a reader of it. Start at {@link dev.plinth.engine.event.EngineEvent}.
 */
@NullMarked
package dev.plinth.engine.event;

import org.jspecify.annotations.NullMarked;
