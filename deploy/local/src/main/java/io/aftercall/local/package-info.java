/**
 * Runs all of Aftercall on one machine for development, demonstrations and end-to-end tests.
 */
package io.aftercall.local;
