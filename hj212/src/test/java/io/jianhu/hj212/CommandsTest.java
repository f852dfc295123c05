package io.jianhu.hj212;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CommandsTest {

    @ParameterizedTest
    @EnumSource(Edition.class)
    void everyCommandIsNamedInBothLanguagesAndGoesSomewhere(Edition edition) {
        assertThat(Commands.list(edition)).isNotEmpty().allSatisfy(command -> {
            assertThat(command.edition()).isEqualTo(edition);
            assertThat(command.cn()).matches("\\d{4}");
            assertThat(command.nameZh()).matches(".*\\p{IsHan}.*");
            assertThat(command.nameEn()).matches("[\\x20-\\x7E]+");
            assertThat(command.downward().isPresent() || command.upward().isPresent())
                    .isTrue();
            assertThat(command.noteZh().isPresent()).isEqualTo(command.noteEn().isPresent());
            assertThat(Commands.find(edition, command.cn())).contains(command);
        });
    }

    @ParameterizedTest
    @EnumSource(Edition.class)
    void everyParameterIsNamedAndKeysRefertToParametersThatComeBefore(Edition edition) {
        for (Command command : Commands.list(edition)) {
            for (CommandParameter parameter : command.request()) {
                assertThat(parameter.nameZh()).isNotEmpty();
                assertThat(parameter.nameEn()).matches("[\\x20-\\x7E]+");
                assertThat(parameter.choices().isEmpty())
                        .as("%s %s", command.cn(), parameter.name())
                        .isEqualTo(parameter.type() != CommandParameter.Type.CHOICE);
                if (parameter.wire().contains("{")) {
                    String name = parameter.wire().replaceAll(".*\\{(.*)}.*", "$1");
                    assertThat(command.request().stream().map(CommandParameter::name))
                            .contains(name);
                }
            }
        }
    }

    @Test
    void codesThatChangedTheirMeaningAreToldApart() {
        assertThat(Commands.get(Edition.HJT_212_2005, "1001").downward()).contains(Command.Downward.REQUEST);
        assertThat(Commands.get(Edition.HJ_212_2025, "1001").upward()).contains(Command.Upward.NOTIFICATION);
        assertThat(Commands.find(Edition.HJ_212_2017, "1001")).isEmpty();
        assertThat(Commands.get(Edition.HJT_212_2005, "3014").request())
                .extracting(CommandParameter::name)
                .containsExactly("PolId", "CTime");
        assertThat(Commands.get(Edition.HJ_212_2017, "3014").request())
                .extracting(CommandParameter::name)
                .containsExactly("PolId");
        assertThat(Commands.find(Edition.HJ_212_2025, "3014")).isEmpty();
        assertThat(Commands.get(Edition.HJ_212_2025, "1014").group()).isEqualTo(Command.Group.SECURITY);
        assertThat(Commands.get(Edition.SURFACE_WATER, "1014").group()).isEqualTo(Command.Group.PARAMETER);
    }

    @Test
    void workOrdersOf2017AreThoseOfTheStandard() {
        assertThat(Commands.listDownward(Edition.HJ_212_2017).stream().map(Command::cn))
                .containsExactly(
                        "1000", "1011", "1012", "1061", "1062", "1063", "1064", "1072", "2011", "2012", "2021", "2022",
                        "2031", "2041", "2051", "2061", "3011", "3012", "3013", "3014", "3015", "3016", "3017", "3018",
                        "3019", "3020", "3021");
        assertThat(Commands.list(Edition.HJ_212_2017))
                .filteredOn(command -> command.confidence() == Confidence.OFFICIAL_2017)
                .hasSize(33);
    }

    @Test
    void tellsWhichCommandsReturnDataAndWhichChangeTheDevice() {
        assertThat(Commands.get(Edition.HJ_212_2017, "2051").returnsData()).isTrue();
        assertThat(Commands.get(Edition.HJ_212_2017, "1062").returnsData()).isFalse();
        assertThat(Commands.get(Edition.HJ_212_2017, "2012").returnsData()).isFalse();
        assertThat(Commands.get(Edition.HJ_212_2017, "1062").effect()).isEqualTo(Command.Effect.WRITE);
        assertThat(Commands.get(Edition.HJ_212_2017, "1061").effect()).isEqualTo(Command.Effect.READ);
    }

    @Test
    void readsEditionsByTheirLabels() {
        assertThat(Arrays.stream(Edition.values()).map(edition -> Edition.ofLabel(edition.label())))
                .containsExactly(Edition.values());
        assertThatThrownBy(() -> Edition.ofLabel("1999")).hasMessageContaining("surface-water");
        assertThatThrownBy(() -> Commands.get(Edition.HJ_212_2017, "1001")).isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void everyEditionAnswersAndAcknowledges() {
        List<String> interaction = List.of("9011", "9012", "9013", "9014");
        assertThat(Stream.of(Edition.values()))
                .allSatisfy(edition -> assertThat(interaction)
                        .allSatisfy(cn -> assertThat(Commands.find(edition, cn)).isPresent()));
    }
}
