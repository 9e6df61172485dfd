package io.aftercall.summary.builtin;

import io.aftercall.events.BusinessProfile;
import io.aftercall.events.CallContext;
import io.aftercall.events.ExtractedField;
import io.aftercall.summary.engine.Summarizer;
import io.aftercall.summary.engine.Summary;
import io.aftercall.summary.engine.Transcript;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Summarises with what is at hand: the same transcript always gives the same summary. */
@ApplicationScoped
public class BuiltinSummarizer implements Summarizer {

    static final String ENGINE = "builtin";

    @Override
    public Summary summarize(CallContext context, Transcript transcript) {
        Conversation conversation = new Conversation(Passage.allOf(transcript));
        Map<String, ExtractedField> fields = new LinkedHashMap<>();
        List<Mention> ofChosen = new ArrayList<>();
        for (Vocabulary vocabulary : vocabularies(context.business(), conversation)) {
            Mentions mentions = FindMentions.of(vocabulary, conversation);
            ChooseValue.among(conversation, mentions).ifPresent(chosen -> {
                fields.put(vocabulary.field().wireName(), chosen);
                ofChosen.addAll(mentions.of(chosen.value()));
            });
        }
        String text = WriteSummary.of(PickPassages.from(conversation, ofChosen, nameOf(context.business())));
        return new Summary(ENGINE, null, text, FindActionItems.in(conversation.passages()), fields, null);
    }

    /** None where nobody knows whose call it is, and none where it is nobody's here. */
    private static List<Vocabulary> vocabularies(BusinessProfile business, Conversation conversation) {
        return business == null || Cue.WRONG_NUMBER.isSaidIn(conversation.passages())
                ? List.of()
                : List.of(Vocabulary.cities(business), Vocabulary.services(business));
    }

    private static String nameOf(BusinessProfile business) {
        return business == null || business.name() == null ? "" : business.name();
    }
}
