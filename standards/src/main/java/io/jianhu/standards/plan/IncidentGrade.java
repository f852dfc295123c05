package io.jianhu.standards.plan;

import io.jianhu.standards.Text;

/** The grade of an environmental incident, from ordinary to worst. */
public enum IncidentGrade {
    IV(new Text("一般", "ordinary")),
    III(new Text("较大", "serious")),
    II(new Text("重大", "major")),
    I(new Text("特别重大", "extraordinarily major"));

    private final Text title;

    IncidentGrade(Text title) {
        this.title = title;
    }

    public Text title() {
        return title;
    }
}
