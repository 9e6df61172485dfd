/**
 * A business's CRM as the dispatcher sees it: a server that takes webhooks, checks them independently and misbehaves on
 * request.
 */
package io.aftercall.embedded.crm;
