package io.aftercall.chassis.erasure;

/** Something that remembers calls and can forget one. Every bean of this type is asked when a call is erased. */
public interface CallMemory {

    /**
     * Deletes everything kept of the call: rows, files. Runs in the transaction that leaves the tombstone, perhaps more
     * than once; must not fail when there is nothing.
     */
    void forget(String callSid);
}
