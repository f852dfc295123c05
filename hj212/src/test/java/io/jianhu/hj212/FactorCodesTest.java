package io.jianhu.hj212;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class FactorCodesTest {

    private static final List<FactorCode> STANDARD = FactorCodes.list().stream()
            .filter(factor -> factor.confidence() == Confidence.OFFICIAL_2017)
            .toList();

    @Test
    void theStandardHas184CodesOfWaterAndGasAndTwelveOfNoise() {
        assertThat(STANDARD.stream().collect(Collectors.groupingBy(FactorCode::medium, Collectors.counting())))
                .containsOnly(
                        java.util.Map.entry(Medium.WATER, 63L),
                        java.util.Map.entry(Medium.GAS, 121L),
                        java.util.Map.entry(Medium.NOISE, 12L));
    }

    @Test
    void everyRowIsNamedInBothLanguagesAndHasAUnit() {
        assertThat(FactorCodes.list()).allSatisfy(factor -> {
            assertThat(factor.nameZh()).matches("\\S.*");
            assertThat(factor.nameEn()).matches("[\\x20-\\x7E]+");
            assertThat(factor.unit().nameZh()).isNotEmpty();
            assertThat(factor.unit().symbol().isEmpty())
                    .as("only a dimensionless quantity has no symbol: %s", factor)
                    .isEqualTo(factor.unit().nameZh().equals("无量纲"));
            assertThat(factor.source()).isNotEmpty();
            assertThat(factor.noteZh().isPresent()).isEqualTo(factor.noteEn().isPresent());
        });
    }

    @Test
    void codesHaveTheShapeOfTheirMedium() {
        assertThat(STANDARD).allSatisfy(factor -> {
            String shape = switch (factor.medium()) {
                case WATER -> "w\\d{5}";
                case GAS -> "a\\d{5}";
                default -> "L[A-Za-z0-9]+";
            };
            assertThat(factor.code()).matches(shape);
        });
    }

    @Test
    void everyCodeIsFoundByItselfAndByItsCodeOf2005() {
        assertThat(FactorCodes.list()).allSatisfy(factor -> {
            assertThat(FactorCodes.findByCode(factor.code())).contains(factor);
            assertThat(find("xx" + factor.code() + "-Rtd", 2, 2 + factor.code().length(), Medium.UNKNOWN))
                    .isSameAs(factor);
            factor.legacyCode().ifPresent(legacy -> {
                assertThat(FactorCodes.findByLegacy(legacy, factor.medium())).contains(factor);
                assertThat(FactorCodes.find(legacy, factor.medium())).contains(factor);
            });
        });
        assertThat(FactorCodes.list().stream().flatMap(factor -> factor.legacyCode().stream()))
                .hasSize(93)
                .doesNotHaveDuplicates();
    }

    @Test
    void aCodeOf2005IsNotACodeOf2017() {
        assertThat(FactorCodes.findByCode("011")).isEmpty();
        assertThat(FactorCodes.findByLegacy("w01018", Medium.WATER)).isEmpty();
    }

    @Test
    void threeDigitsFromAnAirStationAreNotReadAsWater() {
        assertThat(FactorCodes.find("101", Medium.ofSystem("32"))).contains(FactorCodes.getByCode("w21011"));
        assertThat(FactorCodes.find("101", Medium.ofSystem("22"))).isEmpty();
        assertThat(FactorCodes.find("S01", Medium.ofSystem("32"))).contains(FactorCodes.getByCode("a19001"));
    }

    @Test
    void nothingElseIsFound() {
        for (String sent : List.of("", "w", "W01018", "w010180", "w01018-Rtd", "999", "氨氮", "\0", "00")) {
            assertThat(FactorCodes.find(sent, Medium.UNKNOWN)).as(sent).isEmpty();
            byte[] bytes = sent.getBytes(StandardCharsets.UTF_8);
            assertThat(FactorCodes.find(bytes, 0, bytes.length, Medium.UNKNOWN))
                    .as(sent)
                    .isEmpty();
        }
        assertThatThrownBy(() -> FactorCodes.getByCode("w99999"))
                .isInstanceOf(NoSuchElementException.class)
                .hasMessageContaining("w99999");
    }

    @Test
    void unitsOfAmountAreThoseOfTheTable() {
        assertThat(FactorCodes.getByCode("w01018").emissionUnit()).contains(new FactorCode.Unit("千克", "kg"));
        assertThat(FactorCodes.getByCode("w00000").emissionUnit()).contains(new FactorCode.Unit("立方米", "m³"));
        assertThat(FactorCodes.getByCode("w01001").emissionUnit()).isEmpty();
    }

    @Test
    void airStationsThatShouldSendNanogramsAreMarked() {
        assertThat(FactorCodes.list().stream()
                        .filter(factor -> factor.noteEn()
                                .filter(note -> note.contains("ng/m³"))
                                .isPresent())
                        .map(FactorCode::code))
                .containsExactly("a21001", "a34001", "a34002", "a34004", "a34005");
    }

    @Test
    void aMakersWordNamesACodeOfTheTable() {
        assertThat(FactorCodes.list().stream().flatMap(factor -> factor.meaning().stream()))
                .isNotEmpty()
                .allSatisfy(
                        meaning -> assertThat(FactorCodes.findByCode(meaning)).isPresent());
    }

    @Test
    void prebuiltBytesNeedNoEscapeInJson() {
        List<Function<FactorCode, byte[]>> texts =
                List.of(FactorCode::codeUtf8, FactorCode::nameZhUtf8, FactorCode::nameEnUtf8, FactorCode::unitUtf8);
        assertThat(FactorCodes.list())
                .allSatisfy(factor -> assertThat(texts)
                        .allSatisfy(text -> assertThat(new String(text.apply(factor), StandardCharsets.UTF_8))
                                .doesNotContainPattern("[\"\\\\\\x00-\\x1F]")));
    }

    private static FactorCode find(String text, int from, int to, Medium medium) {
        return FactorCodes.find(text.getBytes(StandardCharsets.UTF_8), from, to, medium)
                .orElseThrow();
    }
}
