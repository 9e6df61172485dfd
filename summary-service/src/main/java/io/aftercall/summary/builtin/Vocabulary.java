package io.aftercall.summary.builtin;

import io.aftercall.events.BusinessProfile;
import io.aftercall.events.BusinessProfile.Term;
import io.aftercall.summary.wording.PhraseBook;
import io.aftercall.summary.wording.Words;
import java.util.List;
import java.util.Locale;

/**
 * What a business calls things, for one field.
 *
 * @param field which field
 * @param phrases names and synonyms
 * @param businessName its own name, which says nothing about a call when it is spoken
 */
record Vocabulary(Field field, PhraseBook<Entry> phrases, PhraseBook<String> businessName) {

    static Vocabulary cities(BusinessProfile business) {
        return of(Field.CITY, business, business.cities());
    }

    static Vocabulary services(BusinessProfile business) {
        return of(Field.SERVICE, business, business.services());
    }

    private static Vocabulary of(Field field, BusinessProfile business, List<Term> terms) {
        PhraseBook<Entry> phrases = PhraseBook.inflected();
        for (Term term : terms) {
            PhraseBook<String> name = PhraseBook.<String>inflected().add(term.name(), term.name());
            phrases.add(term.name(), new Entry(term.name(), true));
            for (String synonym : term.synonyms()) {
                boolean holdsName = !name.find(Words.in(synonym)).isEmpty();
                phrases.add(synonym, new Entry(term.name(), holdsName));
            }
        }
        PhraseBook<String> businessName = PhraseBook.inflected();
        if (business.name() != null) {
            businessName.add(business.name(), business.name());
        }
        return new Vocabulary(field, phrases, businessName);
    }

    /** What a phrase stands for, and whether the value's own name is in it. */
    record Entry(String value, boolean ownName) {}

    /** The fields there are. */
    enum Field {
        CITY,
        SERVICE;

        String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
