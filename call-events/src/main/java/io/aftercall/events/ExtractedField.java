package io.aftercall.events;

/**
 * A value found in what was said, with its proof.
 *
 * @param value the value, in the business's own word where it has one
 * @param confidence 0 to 1
 * @param evidence the words of the transcript it was taken from, quoted
 */
public record ExtractedField(String value, double confidence, String evidence) {

    public ExtractedField {
        Require.text(value, "field.value");
        Require.text(evidence, "field.evidence");
        if (confidence < 0 || confidence > 1) {
            throw new IllegalArgumentException("field.confidence must be from 0 to 1");
        }
    }
}
