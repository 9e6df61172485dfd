/**
 * Signing in: API clients with hashed secrets, and the tokens they get. The signing key is the gateway's alone; everybody
 * else checks tokens with the public key it shows.
 */
package io.aftercall.gateway.token;
