package io.jianhu.platform.assessment.web;

import io.jianhu.standards.topic.Input;
import io.jianhu.standards.topic.Topic;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A calculation as a form can be drawn from it.
 *
 * @param dated whether a date or a rule version must be given
 * @param examples whole inputs to try
 */
record TopicView(
        String name,
        String titleZh,
        String titleEn,
        String helpZh,
        String helpEn,
        boolean dated,
        List<InputView> inputs,
        List<Map<String, @Nullable Object>> examples) {

    /**
     * One key.
     *
     * @param pattern whether the key holds places such as {year} and stands for many
     * @param kind number, concentration, text, choice, flag, numbers, series, texts, number_map, concentration_map,
     *     records, date
     */
    record InputView(
            String key,
            boolean pattern,
            String labelZh,
            String labelEn,
            String kind,
            String unit,
            boolean required,
            List<ChoiceView> choices,
            List<InputView> fields) {

        static InputView of(Input input) {
            return new InputView(
                    input.key(),
                    input.isPattern(),
                    input.label().zh(),
                    input.label().en(),
                    input.kind().name().toLowerCase(Locale.ROOT),
                    input.unit(),
                    input.required(),
                    input.choices().stream().map(ChoiceView::of).toList(),
                    input.fields().stream().map(InputView::of).toList());
        }
    }

    /** One value of a choice. */
    record ChoiceView(String value, String labelZh, String labelEn) {

        static ChoiceView of(Input.Choice choice) {
            return new ChoiceView(
                    choice.value(), choice.label().zh(), choice.label().en());
        }
    }

    static TopicView of(Topic topic) {
        return new TopicView(
                topic.name(),
                topic.title().zh(),
                topic.title().en(),
                topic.help().zh(),
                topic.help().en(),
                topic.dated(),
                topic.inputs().stream().map(InputView::of).toList(),
                topic.examples().stream().map(PlainTexts::ofObject).toList());
    }
}
