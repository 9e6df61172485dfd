package io.aftercall.gateway.calllog;

import static io.aftercall.gateway.calllog.Told.recording;
import static io.aftercall.gateway.calllog.Told.status;
import static org.assertj.core.api.Assertions.assertThat;

import io.aftercall.gateway.Orders;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LegTest {

    private static final List<TwilioCallback> HISTORY = List.of(
            status(CallStatus.INITIATED, 0, 0),
            status(CallStatus.RINGING, 1, 1),
            status(CallStatus.IN_PROGRESS, 2, 4),
            recording("RE1", Recording.State.IN_PROGRESS, null),
            recording("RE1", Recording.State.COMPLETED, 30),
            recording("RE2", Recording.State.COMPLETED, 36),
            status(CallStatus.COMPLETED, 3, 40));

    @Test
    void theHistoryIsFoldedIntoWhatHappened() {
        Leg leg = fold(HISTORY);

        assertThat(leg.standing()).isEqualTo(new Standing(CallStatus.COMPLETED, 3));
        assertThat(leg.startedAt()).isEqualTo(Told.START);
        assertThat(leg.answeredAt()).isEqualTo(Told.START.plusSeconds(4));
        assertThat(leg.endedAt()).isEqualTo(Told.START.plusSeconds(40));
        assertThat(leg.durationSec()).isEqualTo(36);
        assertThat(leg.recordings().count()).isEqualTo(2);
        assertThat(leg.recordings().longest()).map(Recording::sid).contains("RE2");
    }

    @Test
    void everyOrderOfTheCallbacksGivesTheSameLeg() {
        Leg expected = fold(HISTORY);
        List<List<TwilioCallback>> orders = Orders.of(HISTORY);

        assertThat(orders)
                .hasSize(5_040)
                .allSatisfy(order -> assertThat(fold(order)).isEqualTo(expected));
    }

    @Test
    void repeatsChangeNothing() {
        Leg expected = fold(HISTORY);
        Random random = new Random(3);
        for (int round = 0; round < 500; round++) {
            List<TwilioCallback> repeated = new ArrayList<>(HISTORY);
            for (int i = 0; i < 5; i++) {
                repeated.add(HISTORY.get(random.nextInt(HISTORY.size())));
            }
            Collections.shuffle(repeated, random);

            assertThat(fold(repeated)).isEqualTo(expected);
        }
    }

    @Test
    void aFinalStatusIsNotTakenBackByALaterNumber() {
        Leg leg = fold(List.of(status(CallStatus.COMPLETED, 1, 40), status(CallStatus.IN_PROGRESS, 7, 4)));

        assertThat(leg.standing().status()).isEqualTo(CallStatus.COMPLETED);
    }

    @Test
    void aCallOfWhichOnlyTheEndIsToldBeganItsDurationEarlier() {
        Leg leg = fold(List.of(status(CallStatus.COMPLETED, 0, 40)));

        assertThat(leg.startedAt()).isEqualTo(Told.START.plusSeconds(4));
        assertThat(leg.lengthSec()).isEqualTo(36);
    }

    @Test
    void ofEquallyLongRecordingsEverybodyPicksTheSame() {
        List<TwilioCallback> twins = List.of(
                recording("REb", Recording.State.COMPLETED, 10), recording("REa", Recording.State.COMPLETED, 10));

        assertThat(fold(twins).recordings().longest()).map(Recording::sid).contains("REa");
    }

    private static Leg fold(List<TwilioCallback> told) {
        Leg leg = Leg.unheardOf(Told.CALL, Told.ACCOUNT);
        for (TwilioCallback each : told) {
            leg = each.foldInto(leg);
        }
        return leg;
    }
}
