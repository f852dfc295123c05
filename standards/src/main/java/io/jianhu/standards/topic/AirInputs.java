package io.jianhu.standards.topic;

import io.jianhu.standards.Text;
import java.util.List;

/** The inputs that several air topics share. */
final class AirInputs {

    static final String CLASS = "class";
    static final String REPORT = "report";
    /** The six factors of table 1 of GB 3095, in its order. */
    static final List<String> SIX = List.of("SO2", "NO2", "CO", "O3", "PM10", "PM2.5");

    private AirInputs() {}

    static Text name(String factor) {
        return switch (factor) {
            case "SO2" -> new Text("二氧化硫 SO₂", "sulphur dioxide SO₂");
            case "NO2" -> new Text("二氧化氮 NO₂", "nitrogen dioxide NO₂");
            case "CO" -> new Text("一氧化碳 CO", "carbon monoxide CO");
            case "O3" -> new Text("臭氧 O₃", "ozone O₃");
            case "PM10" -> new Text("颗粒物 PM10", "particles PM10");
            case "PM2.5" -> new Text("细颗粒物 PM2.5", "fine particles PM2.5");
            default -> new Text(factor, factor);
        };
    }

    static String unit(String factor) {
        return factor.equals("CO") ? "mg/m³" : "µg/m³";
    }

    /** The concentration of a factor under its own key. */
    static Input concentration(String factor) {
        return Input.number(factor, name(factor), unit(factor));
    }

    /** Another statistic of a factor, such as {@code O3_1h}. */
    static Input statistic(String factor, String suffix, String zh, String en) {
        Text name = name(factor);
        return Input.number(factor + "_" + suffix, new Text(name.zh() + " " + zh, name.en() + ", " + en), unit(factor));
    }

    static Input report() {
        return Input.choice(
                        REPORT,
                        new Text("报告", "report"),
                        List.of(
                                new Input.Choice("daily", new Text("日报", "daily")),
                                new Input.Choice("hourly", new Text("实时报", "hourly"))))
                .needed();
    }
}
