package io.jianhu.standards.plan;

import io.jianhu.standards.CommonFinding;
import io.jianhu.standards.Edition;
import io.jianhu.standards.Judgement;
import io.jianhu.standards.Rule;
import io.jianhu.standards.RuleBook;
import io.jianhu.standards.Text;
import io.jianhu.standards.Working;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Storage age, manifest numbers and classes of units of hazardous waste management. */
public final class HazardousWaste {

    private static final Pattern MANIFEST = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})(\\d{6})");

    private final RuleBook rules;

    public HazardousWaste(RuleBook rules) {
        this.rules = rules;
    }

    /** Who holds the waste. */
    public enum Holder {
        /** Holds a licence to collect, store, use or dispose of: the limit binds. */
        LICENSED,
        /** Produced it: the limit is a reminder unless a local rule says otherwise. */
        PRODUCER
    }

    /** How old a stored batch is. */
    public enum StorageState {
        WITHIN(new Text("未超期", "within the limit")),
        /** A producer beyond the limit: to be reminded, no violation. */
        REMINDER(new Text("提醒", "reminder")),
        /** A licensed operator beyond the limit without approval. */
        OVERDUE(new Text("超期", "overdue"));

        private final Text title;

        StorageState(Text title) {
            this.title = title;
        }

        public Text title() {
            return title;
        }
    }

    /**
     * The age of a batch.
     *
     * @param days since the first day of storage
     * @param lastDay the last day within the limit
     */
    public record StorageAge(long days, LocalDate lastDay, StorageState state) {}

    /**
     * The age of a batch on a day.
     *
     * @param firstStored the first day of storage of the batch
     * @param approvedUntil the last day of a longer time that the licence authority approved
     */
    public Judgement<StorageAge> storageAge(
            LocalDate firstStored, LocalDate today, Holder holder, Optional<LocalDate> approvedUntil) {
        Working working = new Working();
        if (firstStored.isAfter(today)) {
            working.finding(PlanFinding.DATES_IN_REVERSE, "first_stored", "<= " + today, firstStored.toString());
            return working.notJudged();
        }
        Optional<Edition> edition = rules.catalogue().findEdition("固体废物污染环境防治法", today, working);
        if (edition.isEmpty()) {
            return working.notJudged();
        }
        Rule limit = working.cite(parameters("storage_years").stream()
                .filter(rule -> rule.edition().equals(edition.get()))
                .findFirst()
                .orElseThrow());
        LocalDate lastDay = firstStored.plusYears(limit.getNumber("value").intValueExact());
        LocalDate extended =
                approvedUntil.filter(until -> until.isAfter(lastDay)).orElse(lastDay);
        long days = ChronoUnit.DAYS.between(firstStored, today);
        working.step(
                new Text("贮存天数", "days of storage"),
                firstStored + " .. " + today + ", " + extended,
                BigDecimal.valueOf(days),
                "d");
        StorageState state = StorageState.WITHIN;
        if (today.isAfter(extended)) {
            state = holder == Holder.LICENSED ? StorageState.OVERDUE : StorageState.REMINDER;
        }
        return working.judged(new StorageAge(days, extended, state));
    }

    /**
     * The parts of a manifest number.
     *
     * @param province the first two digits of the code of the sending place
     * @param city its next two digits
     * @param serial of the city in the year, from 1
     */
    public record ManifestNumber(int year, String province, String city, int serial) {}

    /** Reads a manifest number: year, province, city, serial. */
    public Judgement<ManifestNumber> manifest(String number) {
        Working working = new Working();
        Rule digits = working.cite(parameters("manifest_digits").getFirst());
        Matcher parts = MANIFEST.matcher(number);
        if (!parts.matches()) {
            working.finding(PlanFinding.MANIFEST_NUMBER, "number", digits.text("value") + " digits", number);
            return working.notJudged();
        }
        int year = Integer.parseInt(parts.group(1));
        int serial = Integer.parseInt(parts.group(4));
        int first = digits.edition().validity().from().getYear();
        if (year < first) {
            working.finding(PlanFinding.MANIFEST_NUMBER, "number", "year >= " + first, parts.group(1));
        }
        if (parts.group(2).equals("00") || serial == 0) {
            working.finding(PlanFinding.MANIFEST_NUMBER, "number", "province and serial not 0", number);
        }
        return working.hasFindings()
                ? working.notJudged()
                : working.judged(new ManifestNumber(year, parts.group(2), parts.group(3), serial));
    }

    /** How a unit is managed (HJ 1259-2022). */
    public enum UnitClass {
        KEY(new Text("重点监管", "key")),
        SIMPLIFIED(new Text("简化管理", "simplified")),
        REGISTRATION(new Text("登记管理", "registration"));

        private final Text title;

        UnitClass(Text title) {
            this.title = title;
        }

        public Text title() {
            return title;
        }
    }

    /** What makes a unit a key one whatever its amount. */
    public enum UnitTrait {
        /** Uses or disposes of its waste in a facility of its own. */
        OWN_FACILITY,
        LICENSED
    }

    /**
     * The class of a unit.
     *
     * @param amounts t/a of the last three years, or the amount of the impact assessment or permit of a new one
     */
    public Judgement<UnitClass> unitClass(List<BigDecimal> amounts, List<UnitTrait> traits) {
        Working working = new Working();
        Optional<BigDecimal> largest = amounts.stream().max(BigDecimal::compareTo);
        if (amounts.stream().anyMatch(amount -> amount.signum() < 0)) {
            working.finding(CommonFinding.NEGATIVE, "amounts", ">= 0 t/a", "");
        }
        if (largest.isEmpty()) {
            working.finding(CommonFinding.EMPTY_SET, "amounts", "t/a", "");
        }
        if (largest.isEmpty() || working.hasFindings()) {
            return working.notJudged();
        }
        Rule key = working.cite(parameters("key_from").getFirst());
        if (!traits.isEmpty() || reaches(largest.get(), key, working)) {
            return working.judged(UnitClass.KEY);
        }
        Rule simplified = working.cite(parameters("simplified_from").getFirst());
        return working.judged(
                reaches(largest.get(), simplified, working) ? UnitClass.SIMPLIFIED : UnitClass.REGISTRATION);
    }

    private static boolean reaches(BigDecimal amount, Rule bound, Working working) {
        boolean reached = amount.compareTo(bound.getNumber("value")) >= 0;
        working.step(
                new Text("年产生量", "amount a year"),
                amount.toPlainString() + (reached ? " >= " : " < ") + bound.text("value"),
                amount,
                "t/a");
        return reached;
    }

    private List<Rule> parameters(String key) {
        return rules.getTable("hazwaste-rules").rows().stream()
                .filter(rule -> rule.text("key").equals(key))
                .toList();
    }
}
