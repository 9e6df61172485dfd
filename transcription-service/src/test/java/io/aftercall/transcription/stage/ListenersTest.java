package io.aftercall.transcription.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class ListenersTest {

    private final Listeners listeners = new Listeners(new TwoListeners());

    @AfterEach
    void stop() {
        listeners.stop();
    }

    @Test
    void channelsAreListenedToAtOnceAndComeBackInOrder() throws Exception {
        CyclicBarrier bothRun = new CyclicBarrier(2);

        List<String> results = listeners.runAll(List.of(
                () -> {
                    bothRun.await();
                    return "first";
                },
                () -> {
                    bothRun.await();
                    return "second";
                }));

        assertThat(results).containsExactly("first", "second");
    }

    @Test
    void failureOfOneInterruptsTheOther() {
        CountDownLatch interrupted = new CountDownLatch(1);
        Callable<String> failing = () -> {
            throw new IOException("no sound");
        };
        Callable<String> waiting = () -> waitForEver(interrupted);

        assertThatThrownBy(() -> listeners.runAll(List.of(failing, waiting, waiting)))
                .isInstanceOf(IOException.class)
                .hasMessage("no sound");
        assertThat(interrupted)
                .satisfies(
                        latch -> assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue());
    }

    @Test
    void interruptedCallerInterruptsItsListeners() throws Exception {
        CountDownLatch started = new CountDownLatch(1);
        CountDownLatch interrupted = new CountDownLatch(1);
        Thread caller = new Thread(() -> assertThatThrownBy(() -> listeners.runAll(List.of(() -> {
                    started.countDown();
                    return waitForEver(interrupted);
                })))
                .isInstanceOf(InterruptedException.class));
        caller.start();
        started.await();

        caller.interrupt();

        assertThat(interrupted.await(10, TimeUnit.SECONDS)).isTrue();
        caller.join(10_000);
    }

    private static String waitForEver(CountDownLatch interrupted) throws InterruptedException {
        try {
            new CountDownLatch(1).await();
            return "never";
        } finally {
            interrupted.countDown();
        }
    }

    private static final class TwoListeners implements StageConfig {

        @Override
        public String defaultLanguage() {
            return "en";
        }

        @Override
        public List<Duration> attemptDelays() {
            return List.of();
        }

        @Override
        public double attemptJitter() {
            return 0;
        }

        @Override
        public Duration attemptTimeLimit() {
            return Duration.ofMinutes(1);
        }

        @Override
        public int listeners() {
            return 2;
        }
    }
}
