package io.jianhu.hj212;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EveryRequestTest {

    @ParameterizedTest
    @EnumSource(Edition.class)
    void everyWorkOrderOfTheCatalogueCanBeWritten(Edition edition) {
        for (long seed = 0; seed < 20; seed++) {
            assertThat(new RandomFrames(seed).requests(edition))
                    .hasSameSizeAs(Commands.listDownward(edition))
                    .allSatisfy(request -> {
                        assertThat(request.frame().flag().answerWanted()).isTrue();
                        assertThat(request.toBytes()).hasSizeGreaterThan(60);
                    });
        }
    }
}
