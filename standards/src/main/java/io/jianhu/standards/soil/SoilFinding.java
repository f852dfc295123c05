package io.jianhu.standards.soil;

import io.jianhu.standards.FindingCode;
import io.jianhu.standards.Text;

/** The defects that a soil sample can have. */
public enum SoilFinding implements FindingCode {
    DETECTION_LIMIT_TOO_HIGH(
            "检出限高于限值，无法判定",
            "The detection limit lies above the limit value",
            "换用检出限低于筛选值的方法重新测定。",
            "Measure again with a method that can see the screening value."),
    PH_NEEDED(
            "缺少土壤 pH",
            "The soil pH is missing",
            "重金属的筛选值和管制值按 pH 分档，补测 pH。",
            "The limits of metals depend on pH: measure it."),
    USE_NOT_DECIDED(
            "规划用途未确定，按第一类用地判定",
            "The planned use is not decided: judged as land of the first class",
            "用途确定后按其类别重新判定。",
            "Judge again when the use is decided."),
    PARTS_EXCEED_TOTAL(
            "分项面积之和大于总面积",
            "The parts are larger than the whole",
            "核对各类面积与总面积的口径。",
            "Check that the areas are counted in the same way."),
    NO_CROP_LIMIT(
            "本库没有该项目的农产品限量",
            "The library holds no crop limit of this item",
            "按 GB 2762 给出限量。",
            "Give the limit of GB 2762 for the crop.");

    private final Text title;
    private final Text remedy;

    SoilFinding(String titleZh, String titleEn, String remedyZh, String remedyEn) {
        this.title = new Text(titleZh, titleEn);
        this.remedy = new Text(remedyZh, remedyEn);
    }

    @Override
    public Text title() {
        return title;
    }

    @Override
    public Text remedy() {
        return remedy;
    }
}
