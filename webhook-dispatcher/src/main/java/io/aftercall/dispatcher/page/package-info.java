/** Keyset pages: lists that stay quick and complete however much is added while somebody leafs through them. */
package io.aftercall.dispatcher.page;
