package io.aftercall.local.stack;

/** Hears of every step while a stack is started or stopped; called from several threads. */
public interface StackProgress {

    /** Nobody listens. */
    StackProgress NONE = new StackProgress() {
        @Override
        public void changed(Component component, State state, int port) {
            // nobody listens
        }

        @Override
        public void note(String text) {
            // nobody listens
        }
    };

    /** What a component is doing now. */
    void changed(Component component, State state, int port);

    /** Something worth knowing that is no error. */
    void note(String text);

    /** What a component may be doing. */
    enum State {
        WAITING,
        STARTING,
        READY,
        ALREADY_RUNNING,
        STOPPING,
        STOPPED
    }
}
