package io.jianhu.standards.water;

import java.util.List;

/**
 * Whether a section meets the class of its function zone.
 *
 * @param exceeding the items that do not, with multiples against the target, in the order of main pollution items
 */
public record Attainment(
        WaterClass target, boolean attains, List<MainItem> exceeding, SampleGrade<WaterClass> sample) {}
