package io.jianhu.standards.water;

import io.jianhu.standards.Text;
import java.util.List;

/**
 * The evaluation of one section or point.
 *
 * @param sample class, items and deciding items
 * @param colour the colour of the status on maps
 * @param main main pollution items with multiples against class III; empty when the section is not worse than III
 * @param reference items that are evaluated apart: total nitrogen of lakes, faecal coliforms
 */
public record SectionClass(
        SampleGrade<WaterClass> sample,
        WaterStatus status,
        Text colour,
        List<MainItem> main,
        List<ItemGrade<WaterClass>> reference) {

    public WaterClass waterClass() {
        return sample.grade();
    }
}
