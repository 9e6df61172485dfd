package io.aftercall.gateway.token;

import java.time.Instant;

/**
 * A program or person that may ask for tokens.
 *
 * @param role {@code admin} or {@code business}
 * @param businessId the business it speaks for; null exactly for an admin
 * @param secretHash see {@link SecretHash}
 */
record ApiClient(String clientId, String name, String role, String businessId, String secretHash, Instant createdAt) {}
