package io.jianhu.standards.quantity;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A unit as the standards print it.
 *
 * <p>A value times {@link #factor()} plus {@link #offset()} is the value in the base unit of the {@link #dimension()}; both are
 * exact decimals. Spellings met in files and on the wire ({@code ug/m3}, {@code ℃}, {@code MPN/L}) find the same unit.
 *
 * <p>{@code mg/L} is a mass in a volume of water, {@code mg/m³} one in a volume of gas. Chlorophyll a in water is printed in
 * mg/m³ all the same: such a step from one dimension to the other takes the factor and its medium, see {@code UnitConversion}.
 */
public enum Unit {
    NONE("", Dimension.NUMBER, "1", "-", "无量纲", "dimensionless", "级", "pH"),
    PERCENT("%", Dimension.RATIO, "0.01", "％"),
    FRACTION("1", Dimension.RATIO, "1"),

    GRAM_PER_CUBIC_METRE("g/m³", Dimension.MASS_PER_GAS_VOLUME, "1000", "g/m3"),
    MILLIGRAM_PER_CUBIC_METRE("mg/m³", Dimension.MASS_PER_GAS_VOLUME, "1", "mg/m3", "mg/Nm3", "mg/Nm³", "毫克/立方米"),
    MICROGRAM_PER_CUBIC_METRE("µg/m³", Dimension.MASS_PER_GAS_VOLUME, "1e-3", "μg/m³", "ug/m³", "ug/m3", "微克/立方米"),
    NANOGRAM_PER_CUBIC_METRE("ng/m³", Dimension.MASS_PER_GAS_VOLUME, "1e-6", "ng/m3", "纳克/立方米"),
    NANOGRAM_TEQ_PER_CUBIC_METRE("ng TEQ/m³", Dimension.TOXICITY_PER_GAS_VOLUME, "1", "ng TEQ/m3", "ngTEQ/m3"),
    PICOGRAM_TEQ_PER_CUBIC_METRE("pg TEQ/m³", Dimension.TOXICITY_PER_GAS_VOLUME, "1e-3", "pg TEQ/m3"),

    VOLUME_PERCENT("%(V/V)", Dimension.VOLUME_SHARE, "1e4", "%vol", "vol%"),
    PPM("ppm", Dimension.VOLUME_SHARE, "1", "µmol/mol", "μmol/mol", "umol/mol"),
    PPB("ppb", Dimension.VOLUME_SHARE, "1e-3", "nmol/mol"),

    GRAM_PER_LITRE("g/L", Dimension.MASS_PER_WATER_VOLUME, "1000", "g/l"),
    MILLIGRAM_PER_LITRE("mg/L", Dimension.MASS_PER_WATER_VOLUME, "1", "mg/l", "毫克/升"),
    MICROGRAM_PER_LITRE(
            "µg/L", Dimension.MASS_PER_WATER_VOLUME, "1e-3", "μg/L", "ug/L", "ug/l", "µg/l", "μg/l", "微克/升"),
    NANOGRAM_PER_LITRE("ng/L", Dimension.MASS_PER_WATER_VOLUME, "1e-6", "ng/l", "纳克/升"),

    GRAM_PER_KILOGRAM("g/kg", Dimension.MASS_SHARE, "1000"),
    MILLIGRAM_PER_KILOGRAM("mg/kg", Dimension.MASS_SHARE, "1"),
    MICROGRAM_PER_KILOGRAM("µg/kg", Dimension.MASS_SHARE, "1e-3", "μg/kg", "ug/kg"),
    MILLIGRAM_TEQ_PER_KILOGRAM("mg TEQ/kg", Dimension.TOXICITY_SHARE, "1"),
    NANOGRAM_TEQ_PER_KILOGRAM("ng TEQ/kg", Dimension.TOXICITY_SHARE, "1e-6"),

    COUNT_PER_LITRE("个/L", Dimension.COUNT_PER_VOLUME, "1", "1/L", "per L", "MPN/L", "CFU/L", "个/升"),
    COUNT_PER_HUNDRED_MILLILITRES(
            "MPN/100mL", Dimension.COUNT_PER_VOLUME, "10", "CFU/100mL", "个/100mL", "MPN/100mL or CFU/100mL"),
    COUNT_PER_MILLILITRE("CFU/mL", Dimension.COUNT_PER_VOLUME, "1000", "个/mL"),
    BECQUEREL_PER_LITRE("Bq/L", Dimension.ACTIVITY_PER_VOLUME, "1"),

    TURBIDITY_UNIT("NTU", Dimension.TURBIDITY, "1", "FNU"),
    COLOUR_DEGREE("度", Dimension.COLOUR, "1", "铂钴色度单位", "PCU"),
    DILUTION("倍", Dimension.DILUTION, "1", "稀释倍数", "dilution times"),
    MICROSIEMENS_PER_CENTIMETRE("µS/cm", Dimension.CONDUCTIVITY, "1", "μS/cm", "uS/cm"),
    MILLISIEMENS_PER_METRE("mS/m", Dimension.CONDUCTIVITY, "10"),

    METRE("m", Dimension.LENGTH, "1", "米"),
    CENTIMETRE("cm", Dimension.LENGTH, "0.01", "厘米"),
    SQUARE_METRE("m²", Dimension.AREA, "1", "m2"),
    HECTARE("hm²", Dimension.AREA, "1e4", "hm2", "ha"),
    SQUARE_KILOMETRE("km²", Dimension.AREA, "1e6", "km2"),
    CUBIC_METRE("m³", Dimension.VOLUME, "1", "m3"),
    LITRE("L", Dimension.VOLUME, "1e-3", "l"),
    METRE_PER_SECOND("m/s", Dimension.SPEED, "1"),
    DEGREE_OF_ANGLE("°", Dimension.ANGLE, "1", "deg"),
    PASCAL("Pa", Dimension.PRESSURE, "1"),
    HECTOPASCAL("hPa", Dimension.PRESSURE, "100"),
    KILOPASCAL("kPa", Dimension.PRESSURE, "1000"),
    KELVIN("K", Dimension.TEMPERATURE, "1"),
    DEGREE_CELSIUS("°C", Dimension.TEMPERATURE, new BigDecimal("273.15"), "℃", "C", "摄氏度"),
    DECIBEL_A("dB(A)", Dimension.SOUND_LEVEL, "1", "dBA", "分贝"),

    TONNE("t", Dimension.MASS, "1000", "吨"),
    KILOGRAM("kg", Dimension.MASS, "1", "千克", "公斤"),
    GRAM("g", Dimension.MASS, "1e-3", "克"),
    MILLIGRAM("mg", Dimension.MASS, "1e-6", "毫克"),
    TEN_THOUSAND_TONNES("万t", Dimension.MASS, "1e7", "万吨"),
    TONNE_PER_HOUR("t/h", Dimension.MASS_RATE, "1000"),
    KILOGRAM_PER_HOUR("kg/h", Dimension.MASS_RATE, "1", "千克/小时"),
    GRAM_PER_SECOND("g/s", Dimension.MASS_RATE, "3.6"),
    CUBIC_METRE_PER_HOUR("m³/h", Dimension.VOLUME_RATE, "1", "m3/h"),
    CUBIC_METRE_PER_SECOND("m³/s", Dimension.VOLUME_RATE, "3600", "m3/s"),
    LITRE_PER_SECOND("L/s", Dimension.VOLUME_RATE, "3.6", "l/s"),

    TONNE_PER_SQUARE_KILOMETRE_AND_MONTH(
            "t/(km²·month)", Dimension.MASS_PER_AREA_AND_MONTH, "1", "t/(km²·月)", "吨/平方千米x月", "t/km²·月"),
    MICROGRAM_PER_SQUARE_DECIMETRE_AND_DAY(
            "µg/(dm²·d)", Dimension.MASS_PER_AREA_AND_DAY, "1", "ug/(dm2.d)", "ug/(dm2·d)", "μg/(dm²·d)", "ug/dm2/d"),

    CUBIC_METRE_PER_TONNE("m³/t", Dimension.WATER_PER_PRODUCT_MASS, "1", "m3/t", "m3/t standard product", "m³/t 标准品"),
    LITRE_PER_SQUARE_METRE("L/m²", Dimension.WATER_PER_PRODUCT_AREA, "1", "L/m2", "L/m2 plated"),
    GAS_CUBIC_METRE_PER_SQUARE_METRE("m³/m²", Dimension.GAS_PER_PRODUCT_AREA, "1", "m3/m2", "m3/m2 plated"),
    KILOGRAM_PER_TONNE("kg/t", Dimension.MASS_PER_PRODUCT_MASS, "1", "kg/t product", "kg/t 产品"),

    KILOWATT_HOUR("kWh", Dimension.ENERGY, "0.0036", "kW·h", "千瓦时"),
    MEGAWATT_HOUR("MWh", Dimension.ENERGY, "3.6", "MW·h"),
    GIGAJOULE("GJ", Dimension.ENERGY, "1", "吉焦"),
    TERAJOULE("TJ", Dimension.ENERGY, "1000"),
    KILOGRAM_PER_KILOWATT_HOUR("kg/kWh", Dimension.MASS_PER_ENERGY, "1", "kgCO2/kWh", "kgCO₂/kWh", "tCO2/MWh"),
    TONNE_PER_GIGAJOULE("t/GJ", Dimension.MASS_PER_ENERGY, "3.6", "tCO2/GJ"),
    GIGAJOULE_PER_TONNE("GJ/t", Dimension.ENERGY_PER_MASS, "1"),
    MINUTE("min", Dimension.TIME, "60", "分钟"),
    HOUR("h", Dimension.TIME, "3600", "小时"),
    DAY("d", Dimension.TIME, "86400", "天");

    private static final Map<String, Unit> BY_SPELLING = Stream.of(values())
            .flatMap(unit -> unit.listSpellings().stream().map(spelling -> Map.entry(spelling, unit)))
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

    private final String symbol;
    private final Dimension dimension;
    private final BigDecimal factor;
    private final BigDecimal offset;
    private final List<String> others;

    Unit(String symbol, Dimension dimension, String factor, String... others) {
        this(symbol, dimension, new BigDecimal(factor), BigDecimal.ZERO, others);
    }

    Unit(String symbol, Dimension dimension, BigDecimal offset, String... others) {
        this(symbol, dimension, BigDecimal.ONE, offset, others);
    }

    Unit(String symbol, Dimension dimension, BigDecimal factor, BigDecimal offset, String... others) {
        this.symbol = symbol;
        this.dimension = dimension;
        this.factor = factor;
        this.offset = offset;
        this.others = List.of(others);
    }

    /** As printed, such as {@code µg/m³}; empty for {@link #NONE}. */
    public String symbol() {
        return symbol;
    }

    public Dimension dimension() {
        return dimension;
    }

    /** What one of it is in the base unit of the dimension. */
    public BigDecimal factor() {
        return factor;
    }

    /** Zero but for temperatures that do not begin at zero kelvin. */
    public BigDecimal offset() {
        return offset;
    }

    /** The symbol first, then the other spellings that are understood. */
    public List<String> listSpellings() {
        return Stream.concat(Stream.of(symbol), others.stream()).toList();
    }

    /** Whether both measure the same thing, so that one turns into the other by a factor alone. */
    public boolean isOfOneKindWith(Unit other) {
        return dimension == other.dimension;
    }

    /** The unit of a symbol or of another spelling. */
    public static Optional<Unit> findUnit(String spelling) {
        return Optional.ofNullable(BY_SPELLING.get(spelling.strip()));
    }

    /** @throws IllegalArgumentException when no unit is spelled so */
    public static Unit ofSymbol(String spelling) {
        return findUnit(spelling)
                .orElseThrow(() -> new IllegalArgumentException("no unit is spelled '" + spelling + "'"));
    }

    /** The units of a dimension, in the order of this class. */
    public static List<Unit> listUnits(Dimension dimension) {
        return Stream.of(values()).filter(unit -> unit.dimension == dimension).toList();
    }
}
