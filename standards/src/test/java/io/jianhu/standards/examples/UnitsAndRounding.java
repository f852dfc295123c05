package io.jianhu.standards.examples;

import io.jianhu.standards.Factor;
import io.jianhu.standards.RuleBook;
import io.jianhu.standards.UnitConversion;
import io.jianhu.standards.quantity.Quantity;
import io.jianhu.standards.quantity.ReferenceState;
import io.jianhu.standards.quantity.ReferenceState.Moisture;
import io.jianhu.standards.quantity.Rounding;
import io.jianhu.standards.quantity.Unit;
import java.io.PrintStream;
import java.math.BigDecimal;

/** Units convert inside a dimension; a gas needs its molar mass and its reference state. Half goes to the even digit. */
final class UnitsAndRounding implements Example {

    @Override
    public void run(PrintStream out) {
        Factor sulfurDioxide = RuleBook.load().factors().getFactor("a21026");
        ReferenceState ambient =
                ReferenceState.of(new BigDecimal("298.15"), new BigDecimal("101.325"), Moisture.NOT_STATED);
        Quantity ppb = Quantity.of("4.5", Unit.PPB);

        Quantity micrograms = UnitConversion.convertGas(
                        ppb, sulfurDioxide, ambient, Unit.MICROGRAM_PER_CUBIC_METRE, ambient)
                .getValue();
        out.println(ppb + " " + sulfurDioxide + " = " + Rounding.halfEven(1).round(micrograms.value()) + " "
                + micrograms.unit().symbol());

        UnitConversion.convert(Quantity.of("1", Unit.MILLIGRAM_PER_LITRE), Unit.MILLIGRAM_PER_CUBIC_METRE)
                .findings()
                .forEach(finding ->
                        out.println("mg/L to mg/m³: " + finding.code() + ", possible: " + finding.expected()));
        out.println("2.5 and 3.5 are " + Rounding.halfEven(0).round(new BigDecimal("2.5")) + " and "
                + Rounding.halfEven(0).round(new BigDecimal("3.5")));
    }
}
