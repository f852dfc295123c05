package io.jianhu.standards.air;

import io.jianhu.standards.Rule;
import io.jianhu.standards.Text;
import java.util.Arrays;
import java.util.List;

/**
 * A level of the air quality index, HJ 633-2012 tables 2 and A.1, HJ 633-2026 tables 1 and A.1.
 *
 * @param level 1 (best) to 6
 * @param from the least index of the level
 * @param to the greatest
 * @param category such as 优
 * @param rgb the colour on screens, red, green and blue from 0 to 255
 * @param cmyk the colour in print, in per cent
 */
public record AqiLevel(
        Rule rule, int level, int from, int to, Text category, Text colour, List<Integer> rgb, List<Integer> cmyk) {

    static AqiLevel of(Rule rule) {
        return new AqiLevel(
                rule,
                rule.getNumber("level").intValueExact(),
                rule.getNumber("aqi_from").intValueExact(),
                rule.getNumber("aqi_to").intValueExact(),
                new Text(rule.text("category_zh"), rule.text("category_en")),
                new Text(rule.text("colour_zh"), rule.text("colour_en")),
                numbers(rule.text("rgb")),
                numbers(rule.text("cmyk")));
    }

    /** The colour on screens as {@code #RRGGBB}. */
    public String hex() {
        return "#%02X%02X%02X".formatted(rgb.get(0), rgb.get(1), rgb.get(2));
    }

    private static List<Integer> numbers(String commaSeparated) {
        return Arrays.stream(commaSeparated.split(",", -1))
                .map(Integer::valueOf)
                .toList();
    }
}
