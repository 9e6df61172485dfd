package io.aftercall.recording.conversion;

/** What a program printed, up to a limit: a broken file can make ffmpeg talk without end. */
final class ProgramOutput implements Appendable {

    private static final int MAX_CHARS = 4 * 1024 * 1024;

    private final StringBuilder text = new StringBuilder();

    @Override
    public Appendable append(CharSequence chars) {
        return append(chars, 0, chars.length());
    }

    @Override
    public Appendable append(CharSequence chars, int start, int end) {
        int room = MAX_CHARS - text.length();
        text.append(chars, start, start + Math.min(room, end - start));
        return this;
    }

    @Override
    public Appendable append(char single) {
        return append(String.valueOf(single));
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
