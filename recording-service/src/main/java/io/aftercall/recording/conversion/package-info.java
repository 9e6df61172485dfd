/**
 * From whatever was downloaded to what people and speech recognition need: one ffmpeg process makes every file and the
 * silence map, at most one process per core, and none outlives its time.
 */
package io.aftercall.recording.conversion;
