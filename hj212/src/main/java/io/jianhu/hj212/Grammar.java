package io.jianhu.hj212;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;

/** What may stand where in a data segment, and which fields make an item. */
final class Grammar {

    static final Charset GBK = Charset.forName("GBK");

    private Grammar() {}

    /** Two digits or capital letters. */
    static boolean isSystemCode(String st) {
        return st.length() == 2 && st.chars().allMatch(c -> (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z'));
    }

    /** Four digits. */
    static boolean isCommandCode(String cn) {
        return cn.length() == 4 && cn.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    /** Whether the charset has every letter of the text. */
    static boolean isWritable(String text, Charset charset) {
        return isAscii(text) || charset.newEncoder().canEncode(text);
    }

    /** Whether the text can stand after {@code QN=}, {@code PW=} or {@code MN=} and be read back. */
    static boolean isHeaderValue(String text) {
        return text.indexOf(';') < 0 && !breaksLines(text) && text.indexOf('&') < 0 && isAscii(text);
    }

    static String checkedHeader(String name, String text) {
        if (!isHeaderValue(text)) {
            throw new IllegalArgumentException(
                    name + " may only hold ASCII without ';', '&' and line breaks: take them out of '" + text + "'");
        }
        return text;
    }

    static String checkedKey(String key) {
        if (key.isEmpty() || !isValue(key) || key.indexOf('=') >= 0) {
            throw new IllegalArgumentException(
                    "a key is not empty and holds no ';', ',', '=', '&&' and line breaks: rename '" + key + "'");
        }
        return key;
    }

    static String checkedValue(String key, String value) {
        if (!isValue(value)) {
            throw new IllegalArgumentException("a value holds no ';', ',', '&&', no '&' at its end and no line breaks:"
                    + " put text of several lines or fields into several fields, not into " + key);
        }
        return value;
    }

    /** Whether the text can stand as a value of the data area and be read back. */
    static boolean isValue(String text) {
        return text.indexOf(';') < 0
                && text.indexOf(',') < 0
                && !text.contains("&&")
                && !text.endsWith("&")
                && !breaksLines(text);
    }

    private static boolean breaksLines(String text) {
        return text.indexOf('\r') >= 0 || text.indexOf('\n') >= 0;
    }

    private static boolean isAscii(String text) {
        return text.chars().allMatch(c -> c < 0x80);
    }

    /** The fields with a {@code factor-Suffix} key, by group and factor, in wire order. */
    static List<Item> items(List<Field> fields, Medium medium) {
        List<Item> items = new ArrayList<>();
        List<Value> values = new ArrayList<>();
        String factor = "";
        int group = -1;
        for (Field field : fields) {
            int hyphen = field.key().indexOf('-');
            if (hyphen <= 0) {
                continue;
            }
            String sent = field.key().substring(0, hyphen);
            if (!values.isEmpty() && (field.group() != group || !sent.equals(factor))) {
                items.add(item(factor, values, medium));
                values = new ArrayList<>();
            }
            factor = sent;
            group = field.group();
            values.add(new Value(field.key().substring(hyphen + 1), field.value()));
        }
        if (!values.isEmpty()) {
            items.add(item(factor, values, medium));
        }
        return items;
    }

    private static Item item(String sent, List<Value> values, Medium medium) {
        return new Item(FactorCodes.find(sent, medium).map(FactorCode::code).orElse(sent), sent, values);
    }
}
