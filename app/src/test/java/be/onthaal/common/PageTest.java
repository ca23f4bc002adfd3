// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.common;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class PageTest {

    private static final PageRequest SECOND_OF_TWO = new PageRequest(2, 2);

    @Test
    void thePageInTheMiddleHasNeighbours() {
        Page<String> page = Page.of(SECOND_OF_TWO, List.of("c", "d"), Count.exactly(5));

        assertThat(page.hasPrevious()).isTrue();
        assertThat(page.hasNext()).isTrue();
        assertThat(page.lastNumber()).isEqualTo(3);
        assertThat(page.map(String::length).rows()).containsExactly(1, 1);
    }

    @Test
    void theLastPageHasNoNextOne() {
        Page<String> page = Page.of(SECOND_OF_TWO, List.of("c", "d"), Count.exactly(4));

        assertThat(page.hasNext()).isFalse();
    }

    @Test
    void aMinimumPromisesANextPageUntilOneIsNotFull() {
        var past = new PageRequest(600, 2);

        assertThat(Page.of(past, List.of("a", "b"), Count.atLeast(1_000)).hasNext()).isTrue();
        assertThat(Page.of(past, List.of("a"), Count.atLeast(1_000)).hasNext()).isFalse();
        assertThat(Page.of(SECOND_OF_TWO, List.of("a", "b"), Count.atLeast(1_000)).hasNext())
                .isTrue();
    }

    @Test
    void anEmptyListHasOnePage() {
        Page<String> page = Page.empty(PageRequest.first());

        assertThat(page.isEmpty()).isTrue();
        assertThat(page.lastNumber()).isEqualTo(1);
        assertThat(page.hasNext()).isFalse();
        assertThat(page.hasPrevious()).isFalse();
        assertThat(page.total().isZero()).isTrue();
    }

    @Test
    void aSearchCountsToItsLimitAndNoFurther() {
        assertThat(Count.upTo(1_000, 1_000)).isEqualTo(Count.exactly(1_000));
        assertThat(Count.upTo(1_000, 1_001)).isEqualTo(Count.atLeast(1_000));
        assertThatThrownBy(() -> Count.exactly(-1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void pagesFarAwayHaveAnExactOffset() {
        assertThat(new PageRequest(Integer.MAX_VALUE, 500).offset()).isEqualTo(1_073_741_823_000L);
        assertThat(PageRequest.first().offset()).isZero();
        assertThat(PageRequest.first().next()).isEqualTo(PageRequest.page(2));
    }

    @Test
    void numbersFromAnAddressBarAreMadeToFit() {
        assertThat(PageRequest.nearest(-3, 1_000_000)).isEqualTo(new PageRequest(1, 500));
        assertThatThrownBy(() -> new PageRequest(0, 50))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Page<>(List.of("a", "b"), 1, 1, Count.exactly(2)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
