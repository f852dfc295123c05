package io.jianhu.standards.water;

import java.util.List;

/**
 * One drinking-water source in one month.
 *
 * @param attains whether every judged item meets class III or its limit
 * @param exceeding the items that do not, with multiples
 * @param reference items that are only reported: total nitrogen of lakes, faecal coliforms
 * @param judged how many items were judged
 */
public record SourceMonth(
        boolean attains, List<MainItem> exceeding, List<ItemGrade<WaterClass>> reference, int judged) {}
