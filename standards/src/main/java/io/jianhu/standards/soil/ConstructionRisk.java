package io.jianhu.standards.soil;

import io.jianhu.standards.Text;

/** What GB 36600-2018 asks for, from nothing to most. */
public enum ConstructionRisk {
    /** No content above its screening value: the risk can be neglected. */
    NEGLIGIBLE(new Text("风险可忽略", "negligible")),
    /** Above a screening value: detailed survey and risk assessment. */
    DETAILED_SURVEY(new Text("需详细调查", "detailed survey")),
    /** Above an intervention value: risk control or remediation. */
    CONTROL_OR_REMEDIATION(new Text("需管控或修复", "control or remediation"));

    private final Text title;

    ConstructionRisk(Text title) {
        this.title = title;
    }

    public Text title() {
        return title;
    }
}
