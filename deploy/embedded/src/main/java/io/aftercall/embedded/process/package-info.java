/**
 * Keeps the servers we start in processes of their own from outliving us, and finds those an earlier run left behind.
 */
package io.aftercall.embedded.process;
