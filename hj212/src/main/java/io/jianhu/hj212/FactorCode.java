package io.jianhu.hj212;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * A monitoring factor of HJ 212-2017 appendix B, or a code met on the wire besides them.
 *
 * <p>Units are those a device should send by the standard. Where devices are known to send another, the note says so;
 * which one a device really sends is a matter of its registration, never of this table.
 */
public final class FactorCode {

    private final String code;
    private final Optional<String> legacyCode;
    private final Medium medium;
    private final String nameZh;
    private final String nameEn;
    private final Unit unit;
    private final Optional<Unit> emissionUnit;
    private final Optional<String> numberType;
    private final Optional<String> meaning;
    private final String source;
    private final Confidence confidence;
    private final Optional<String> noteZh;
    private final Optional<String> noteEn;
    private final byte[] codeUtf8;
    private final byte[] nameZhUtf8;
    private final byte[] nameEnUtf8;
    private final byte[] unitUtf8;
    private final Optional<FactorCode> present = Optional.of(this);

    FactorCode(CatalogueFile.Row row) {
        this.code = row.required("code");
        this.legacyCode = row.findText("legacy");
        this.medium = row.constant(Medium.class, "medium");
        this.nameZh = row.required("zh");
        this.nameEn = row.required("en");
        this.unit = new Unit(row.required("unit_zh"), row.text("unit"));
        this.emissionUnit = row.findText("emission_unit_zh").map(name -> new Unit(name, row.required("emission_unit")));
        this.numberType = row.findText("type");
        this.meaning = row.findText("meaning");
        this.source = row.required("source");
        this.confidence = row.confidence();
        this.noteZh = row.findText("note_zh");
        this.noteEn = row.findText("note_en");
        this.codeUtf8 = code.getBytes(StandardCharsets.UTF_8);
        this.nameZhUtf8 = nameZh.getBytes(StandardCharsets.UTF_8);
        this.nameEnUtf8 = nameEn.getBytes(StandardCharsets.UTF_8);
        this.unitUtf8 = unit.symbol().getBytes(StandardCharsets.UTF_8);
    }

    /**
     * A unit.
     *
     * @param nameZh as the standard writes it
     * @param symbol for screens and JSON; empty for a dimensionless quantity
     */
    public record Unit(String nameZh, String symbol) {}

    /** The code of HJ 212-2017, such as {@code w01018}; for a maker's word, that word. */
    public String code() {
        return code;
    }

    /** The code of HJ/T 212-2005 for the same factor, such as {@code 011}. */
    public Optional<String> legacyCode() {
        return legacyCode;
    }

    public Medium medium() {
        return medium;
    }

    public String nameZh() {
        return nameZh;
    }

    public String nameEn() {
        return nameEn;
    }

    /** Of a concentration, level or state: {@code Rtd}, {@code Min}, {@code Avg}, {@code Max} and their {@code Zs} forms. */
    public Unit unit() {
        return unit;
    }

    /** Of an amount in an interval: {@code Cou}. Empty where the standard has none. */
    public Optional<Unit> emissionUnit() {
        return emissionUnit;
    }

    /** Width and decimals by HJ 212-2017 table B, such as {@code N3.1}. */
    public Optional<String> numberType() {
        return numberType;
    }

    /** For a maker's word: the standard code of what it names. Its unit may differ from that code's. */
    public Optional<String> meaning() {
        return meaning;
    }

    /** Table of the standard, or where the code was met. */
    public String source() {
        return source;
    }

    public Confidence confidence() {
        return confidence;
    }

    /** A trap to know, in Chinese. */
    public Optional<String> noteZh() {
        return noteZh;
    }

    /** A trap to know, in English. */
    public Optional<String> noteEn() {
        return noteEn;
    }

    /** {@link #code()} in UTF-8, fit for a JSON string. Shared: never write to it. */
    public byte[] codeUtf8() {
        return codeUtf8;
    }

    /** {@link #nameZh()} in UTF-8, fit for a JSON string. Shared: never write to it. */
    public byte[] nameZhUtf8() {
        return nameZhUtf8;
    }

    /** {@link #nameEn()} in UTF-8, fit for a JSON string. Shared: never write to it. */
    public byte[] nameEnUtf8() {
        return nameEnUtf8;
    }

    /** Symbol of {@link #unit()} in UTF-8, fit for a JSON string. Shared: never write to it. */
    public byte[] unitUtf8() {
        return unitUtf8;
    }

    /** This code wrapped once, so that a look-up allocates nothing. */
    Optional<FactorCode> present() {
        return present;
    }

    @Override
    public String toString() {
        return code + " " + nameEn;
    }
}
