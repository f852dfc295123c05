package io.jianhu.hj212;

import io.jianhu.hj212.ParameterError.Code;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Holds the parameters of a request against the catalogue. */
final class ParameterCheck {

    private static final Pattern FACTOR = Pattern.compile("[0-9A-Za-z]{1,8}");
    private static final Pattern INFO = Pattern.compile("[iI][0-9A-Za-z]{5}");
    private static final Pattern PASSWORD = Pattern.compile("[0-9A-Za-z]{1,6}");
    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7E&&[^;,&=]]{16}");
    private static final Pattern CLOCK = Pattern.compile("([01]\\d|2[0-3])([0-5]\\d){1,2}");

    private final Command command;
    private final Map<String, List<String>> given;
    private final List<ParameterError> errors = new ArrayList<>();

    ParameterCheck(Command command, Map<String, List<String>> given) {
        this.command = command;
        this.given = given;
    }

    List<ParameterError> errors() {
        Set<String> known = new HashSet<>();
        for (CommandParameter parameter : command.request()) {
            known.add(parameter.name());
            check(parameter);
        }
        given.keySet().stream().filter(name -> !known.contains(name)).sorted().forEach(this::refuseUnknown);
        checkSpan();
        return List.copyOf(errors);
    }

    private void check(CommandParameter parameter) {
        List<String> values = given.getOrDefault(parameter.name(), List.of());
        if (values.isEmpty() && parameter.isRequired()) {
            refuse(parameter, Code.MISSING, "必须填写。", "is needed.");
        }
        if (values.size() > 1 && !parameter.isRepeated()) {
            refuse(parameter, Code.REPEATED, "只能填写一次。", "may be given once only.");
        }
        for (String value : values) {
            check(parameter, value);
        }
    }

    private void check(CommandParameter parameter, String value) {
        switch (parameter.type()) {
            case TIME -> checkTime(parameter, value, 14, "YYYYMMDDhhmmss");
            case TIME17 -> checkTime(parameter, value, 17, "YYYYMMDDhhmmsszzz");
            case HHMM -> checkClock(parameter, value, 4, "hhmm");
            case HHMMSS -> checkClock(parameter, value, 6, "hhmmss");
            case INTEGER, DECIMAL -> checkNumber(parameter, value);
            case CHOICE -> checkChoice(parameter, value);
            case FACTOR ->
                checkText(parameter, value, FACTOR, "应为监测因子编码，如 w01018。", "is a factor code such as w01018.");
            case INFO ->
                checkText(parameter, value, INFO, "应为信息编码，如 i13004。", "is an information code such as i13004.");
            case PASSWORD ->
                checkText(parameter, value, PASSWORD, "应为 1 至 6 位字母或数字。", "is one to six letters or digits.");
            case KEY ->
                checkText(
                        parameter,
                        value,
                        KEY,
                        "应为 16 个字符，不含 ; , & =。",
                        "is 16 characters without ';', ',', '&' and '='.");
            case MARK, TEXT -> checkFreeText(parameter, value);
        }
    }

    private void checkTime(CommandParameter parameter, String value, int digits, String shape) {
        if (value.length() != digits || Times.findTime(value).isEmpty()) {
            refuse(parameter, Code.NOT_A_TIME, "应为北京时间 " + shape + "。", "is a Beijing time as " + shape + ".");
        }
    }

    private void checkClock(CommandParameter parameter, String value, int digits, String shape) {
        if (value.length() != digits || !CLOCK.matcher(value).matches()) {
            refuse(parameter, Code.NOT_A_TIME, "应为北京时间 " + shape + "。", "is a Beijing time of day as " + shape + ".");
        }
    }

    private void checkNumber(CommandParameter parameter, String value) {
        Optional<BigDecimal> number = findNumber(value);
        if (number.isEmpty()
                || (parameter.type() == CommandParameter.Type.INTEGER
                        && number.get().stripTrailingZeros().scale() > 0)) {
            boolean whole = parameter.type() == CommandParameter.Type.INTEGER;
            refuse(
                    parameter,
                    Code.NOT_A_NUMBER,
                    whole ? "应为整数。" : "应为数字。",
                    whole ? "is a whole number." : "is a number.");
            return;
        }
        boolean low =
                parameter.min().filter(min -> number.get().compareTo(min) < 0).isPresent();
        boolean high =
                parameter.max().filter(max -> number.get().compareTo(max) > 0).isPresent();
        if (low || high) {
            String range = parameter.min().map(BigDecimal::toPlainString).orElse("…") + "–"
                    + parameter.max().map(BigDecimal::toPlainString).orElse("…")
                    + (parameter.unit().isEmpty() ? "" : " " + parameter.unit());
            refuse(parameter, Code.OUT_OF_RANGE, "应在 " + range + " 之间。", "is within " + range + ".");
        }
    }

    private void checkChoice(CommandParameter parameter, String value) {
        if (!parameter.choices().contains(value)) {
            String choices = String.join(", ", parameter.choices());
            refuse(parameter, Code.NOT_A_CHOICE, "应为以下之一：" + choices + "。", "is one of " + choices + ".");
        }
    }

    private void checkText(CommandParameter parameter, String value, Pattern shape, String zh, String en) {
        if (!shape.matcher(value).matches()) {
            refuse(parameter, Code.BAD_TEXT, zh, en);
        }
    }

    private void checkFreeText(CommandParameter parameter, String value) {
        if (value.isBlank() || !Grammar.isValue(value)) {
            refuse(
                    parameter,
                    Code.BAD_TEXT,
                    "不能为空，不能含 ; , && 和换行。",
                    "is not empty and holds no ';', ',', '&&' and line breaks.");
        }
    }

    private void checkSpan() {
        Optional<String> begin = findSingle("BeginTime");
        Optional<String> end = findSingle("EndTime");
        if (begin.isPresent() != end.isPresent() && isSpanOptional()) {
            add(
                    begin.isPresent() ? "EndTime" : "BeginTime",
                    Code.MISSING,
                    "开始时间与结束时间须同时填写。",
                    "is needed: a span has a begin and an end.");
        }
        if (errors.isEmpty()
                && begin.isPresent()
                && end.isPresent()
                && end.get().compareTo(begin.get()) < 0) {
            add("EndTime", Code.END_BEFORE_BEGIN, "不能早于开始时间。", "lies before BeginTime.");
        }
    }

    private boolean isSpanOptional() {
        return command.request().stream()
                .anyMatch(parameter -> parameter.name().equals("BeginTime") && !parameter.isRequired());
    }

    private Optional<String> findSingle(String name) {
        return given.getOrDefault(name, List.of()).stream().findFirst();
    }

    private static Optional<BigDecimal> findNumber(String value) {
        if (!value.matches("-?\\d{1,12}(\\.\\d{1,6})?")) {
            return Optional.empty();
        }
        return Optional.of(new BigDecimal(value));
    }

    private void refuseUnknown(String name) {
        add(name, Code.UNKNOWN, "命令 " + command.cn() + " 没有此参数。", "is no parameter of command " + command.cn() + ".");
    }

    private void refuse(CommandParameter parameter, Code code, String zh, String en) {
        add(parameter.name(), code, zh, en);
    }

    private void add(String name, Code code, String zh, String en) {
        errors.add(new ParameterError(name, code, name + " " + zh, name + " " + en));
    }
}
