package io.jianhu.hj212;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SmallCataloguesTest {

    @Test
    void marksOf2017AreTheEightOfTable8() {
        assertThat(DataMarks.list(Edition.HJ_212_2017).stream()
                        .map(DataMark::code)
                        .collect(Collectors.joining()))
                .isEqualTo("NFMSDCTB");
        assertThat(DataMarks.list(Edition.HJ_212_2017))
                .allSatisfy(mark -> assertThat(mark.confidence()).isEqualTo(Confidence.OFFICIAL_2017));
    }

    @Test
    void aMarkMeansWhatItsEditionSays() {
        assertThat(DataMarks.find(Edition.HJ_212_2017, "F").orElseThrow().nameEn())
                .isEqualTo("instrument stopped");
        assertThat(DataMarks.find(Edition.HJT_212_2005, "F").orElseThrow().nameEn())
                .isEqualTo("source stopped");
        assertThat(DataMarks.find(Edition.HJ_212_2017, "P")).isEmpty();
        assertThat(DataMarks.find(Edition.HJ_212_2017, "n")).isEmpty();
    }

    @Test
    void systemCodesOf2017AreTheTwentyOfTable5() {
        assertThat(SystemCodes.list())
                .filteredOn(system -> system.confidence() == Confidence.OFFICIAL_2017)
                .hasSize(20);
        assertThat(SystemCodes.list()).extracting(SystemCode::code).isSorted().doesNotHaveDuplicates();
        assertThat(SystemCodes.find("32").orElseThrow().kind()).isEqualTo(SystemCode.Kind.SOURCE);
        assertThat(SystemCodes.find("00")).isEmpty();
    }

    @Test
    void facilityStatesAreZeroToFive() {
        assertThat(FacilityStates.list()).extracting(FacilityState::code).containsExactly("0", "1", "2", "3", "4", "5");
        assertThat(FacilityStates.find("5").orElseThrow().nameEn()).isEqualTo("blowback");
    }

    @Test
    void informationCodesSayTheirKindInTheirThirdLetter() {
        List<InfoCode.Kind> kinds = List.of(InfoCode.Kind.values());
        assertThat(InfoCodes.list()).hasSizeGreaterThan(40).allSatisfy(info -> {
            assertThat(info.code()).matches("i[123][123]\\d{2}[\\dx]");
            assertThat(kinds.indexOf(info.kind())).isEqualTo(info.code().charAt(2) - '1');
            assertThat(info.nameZh()).isNotEmpty();
            assertThat(info.nameEn()).matches("[\\x20-\\x7E]+");
            assertThat(InfoCodes.find(info.code())).contains(info);
        });
    }

    @Test
    void informationCodesOfMeasuringPointsAndInCapitalsAreFound() {
        assertThat(InfoCodes.find("i33317").orElseThrow().code()).isEqualTo("i3331x");
        assertThat(InfoCodes.find("I33400").orElseThrow().code()).isEqualTo("i33400");
        assertThat(InfoCodes.find("i12001").orElseThrow().values())
                .contains(new InfoCode.State("10", "运维", "operation and maintenance"));
        assertThat(InfoCodes.find("i99999")).isEmpty();
        assertThat(InfoCodes.find("")).isEmpty();
    }

    @Test
    void processCodesAreFoundByTheirFamily() {
        ProcessFamily pump = ProcessFamilies.find("e30102").orElseThrow();
        assertThat(pump.nameEn()).isEqualTo("waste water lift pump");
        assertThat(pump.unit().symbol()).isEqualTo("A");
        assertThat(ProcessFamilies.find("e301")).isEmpty();
        assertThat(ProcessFamilies.find("e301xx")).isEmpty();
        assertThat(ProcessFamilies.find("w01018")).isEmpty();
        assertThat(ProcessFamilies.list()).isNotEmpty().allSatisfy(family -> {
            assertThat(family.family()).matches("[eg]\\d{3}");
            assertThat(family.medium()).isEqualTo(family.family().startsWith("e") ? Medium.WATER : Medium.GAS);
            assertThat(family.nameEn()).matches("[\\x20-\\x7E]+");
            assertThat(family.unit().symbol().isEmpty())
                    .isEqualTo(family.unit().nameZh().equals("无量纲"));
        });
    }
}
