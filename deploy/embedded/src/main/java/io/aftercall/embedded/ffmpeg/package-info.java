/**
 * An ffmpeg for machines that have none.
 */
package io.aftercall.embedded.ffmpeg;
