/** What people and their programs ask about calls: lists, one call in full, its timeline, and the verbs of recovery. */
package io.aftercall.gateway.calls;
