package io.aftercall.gateway.form;

/** A body that cannot be read as the form it should be; the message says why and quotes nothing of it. */
public final class MalformedForm extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * Says why.
     *
     * @param what it lacks or holds, to follow "it holds"
     */
    public MalformedForm(String what) {
        super("The body is not the form it should be: it holds " + what + ".");
    }
}
