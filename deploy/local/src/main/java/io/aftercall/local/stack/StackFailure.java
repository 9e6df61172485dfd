package io.aftercall.local.stack;

/** Something a person has to see to; says what went wrong and what to do about it. */
public final class StackFailure extends RuntimeException {

    private final String remedy;

    public StackFailure(String what, String remedy) {
        super(what);
        this.remedy = remedy;
    }

    public StackFailure(String what, String remedy, Throwable cause) {
        super(what, cause);
        this.remedy = remedy;
    }

    /** What to do about it, one or more lines. */
    public String remedy() {
        return remedy;
    }
}
