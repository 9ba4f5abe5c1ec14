/**
 * The deployment itself: takes a program's registrations, decides by check and diff which steps
 * they need, runs the steps and records the outcome. It knows neither an SDK nor a file format nor
 * a cloud. Start at {@link dev.plinth.engine.deploy.Deployment}.
 */
@NullMarked
package dev.plinth.engine.deploy;

import org.jspecify.annotations.NullMarked;
