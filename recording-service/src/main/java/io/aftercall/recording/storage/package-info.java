/**
 * Where audio is kept, behind one port, and where it is worked on before that. What is kept never changes under its
 * key; what is worked on never outlives its attempt.
 */
package io.aftercall.recording.storage;
