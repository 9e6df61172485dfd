package io.aftercall.local.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class TableTest {

    @Test
    void columnsAreAsWideAsTheirWidestCell() {
        Table table = new Table("CALL", "CITY").row("plumber", "Chicago").row("x", "Rio");

        assertThat(table.lines(80))
                .containsExactly("CALL     CITY", "----------------", "plumber  Chicago", "x        Rio");
    }

    @Test
    void theLastColumnGivesWayOnANarrowTerminal() {
        Table table = new Table("CALL", "SUMMARY").row("plumber", "The kitchen sink is leaking badly");

        assertThat(table.lines(30)).allSatisfy(line -> assertThat(line.length()).isLessThan(30));
        assertThat(table.lines(30).get(2)).isEqualTo("plumber  The kitchen sink...");
    }

    @Test
    void absentCellsAreDashesAndLineBreaksAreBlanks() {
        assertThat(new Table("A", "B").row(null, "x\ny").lines(80).get(2)).isEqualTo("-  x y");
    }

    @Test
    void aRowOfAnotherLengthIsAMistake() {
        assertThatThrownBy(() -> new Table("A", "B").row("1")).isInstanceOf(IllegalArgumentException.class);
    }
}
