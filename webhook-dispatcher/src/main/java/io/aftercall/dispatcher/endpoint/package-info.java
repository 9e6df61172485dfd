/** Where a business wants its webhooks: endpoints, their secrets, and who may see them. */
package io.aftercall.dispatcher.endpoint;
