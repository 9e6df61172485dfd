/** What became of each call's recording, revision by revision, and what audio is kept of it. */
package io.aftercall.recording.ledger;
