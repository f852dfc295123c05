package io.jianhu.standards.water;

import java.util.List;

/**
 * The class of a sample: that of its worst item (单因子评价).
 *
 * @param items every item with a class, in the order of the standard
 * @param deciding the items that have the class of the sample, 定类指标
 * @param undecided items whose detection limit is too high; they can only be worse than what stands here when the findings
 *     say so
 * @param <C> the classes of the standard
 */
public record SampleGrade<C extends Enum<C>>(
        C grade, List<ItemGrade<C>> items, List<ItemGrade<C>> deciding, List<UndecidedItem<C>> undecided) {}
