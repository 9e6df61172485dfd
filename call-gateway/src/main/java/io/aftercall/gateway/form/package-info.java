/** Form bodies, read strictly: what decodes to nothing sensible is refused instead of guessed at. */
package io.aftercall.gateway.form;
