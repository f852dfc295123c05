package io.jianhu.platform.assessment;

import io.jianhu.standards.FindingCode;
import io.jianhu.standards.RuleBook;
import io.jianhu.standards.Text;
import io.jianhu.standards.topic.Detail;
import io.jianhu.standards.topic.Topics;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** {@code ./jianhu judge FILE|-}: one JSON object a line in, one judgement a line out. */
public final class JudgeCommand {

    private static final int OK = 0;
    private static final int FAILED = 1;
    private static final int WRONG_USAGE = 2;

    private static final String WORKING = "--working";
    private static final String TOPICS = "--topics";
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();

    private static final String USAGE = """
            用法 Usage: ./jianhu judge [--working] FILE|-
                        ./jianhu judge --topics

            每行读入一个 JSON 对象，按数据日期的标准判定，每行写出一个答案。- 表示标准输入。
            Reads one JSON object a line from FILE, or from standard input for -, judges it by the standards of the date of
            the data, and writes one answer a line.

              in   {"topic": "AQI", "date": "2026-03-01", "input": {"PM2.5": 60.5, "report": "daily"}}
                   rule_version, such as "HJ 633-2012", may stand in place of date; id comes back with the answer
                   数值可写成数或文本，低于检出限写 "0.02L" 或 "<0.02"
              out  {"result": {…}, "citations": […], "findings": […], "unverified": […]}
                   无法判定时 where nothing can be judged: {"result": {"error": "…"}, "findings": [why, and what to do], …}

              --working  计算过程逐行写出 / with every line of the calculation
              --topics   列出全部主题及其输入项 / list every topic with its inputs

            退出码 Exit status: 0 每行都得到回答（包括无法判定的） every line was answered, refusals included;
            1 有的行不是 JSON 对象，或文件无法读写 a line was no JSON object, or reading or writing failed;
            2 用法错误 wrong usage.
            """;

    /** What is wrong with a line before there is a request in it. */
    private enum LineFinding implements FindingCode {
        NOT_JSON("不是 JSON 对象", "Not a JSON object", "每行写一个完整的 JSON 对象。", "Write one whole JSON object a line."),
        MISTAKE_OF_THE_PROGRAM(
                "程序错误",
                "A mistake of this program",
                "请把这一行报告给维护人员。",
                "Report this line to the maintainers of the program.");

        private final Text title;
        private final Text remedy;

        LineFinding(String titleZh, String titleEn, String remedyZh, String remedyEn) {
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

    private final InputStream in;
    private final PrintStream out;
    private final PrintStream err;

    /** Reads {@code in} for the file name {@code -}; {@code out} writes UTF-8. */
    public JudgeCommand(InputStream in, PrintStream out, PrintStream err) {
        this.in = in;
        this.out = out;
        this.err = err;
    }

    /** Returns the exit status. */
    public int run(List<String> words) {
        if (words.contains("--help") || words.contains("-h")) {
            out.print(USAGE);
            return OK;
        }
        if (words.equals(List.of(TOPICS))) {
            return listTopics();
        }
        List<String> files = new ArrayList<>(words);
        Detail detail = files.remove(WORKING) ? Detail.WORKING : Detail.RESULT;
        if (files.size() != 1 || files.getFirst().startsWith("--")) {
            err.print(USAGE);
            return WRONG_USAGE;
        }
        return judge(files.getFirst(), detail);
    }

    private int judge(String file, Detail detail) {
        try {
            if (file.equals("-")) {
                return judge(in, detail);
            }
            try (InputStream stream = Files.newInputStream(Path.of(file))) {
                return judge(stream, detail);
            }
        } catch (NoSuchFileException e) {
            err.println("没有此文件 There is no file " + e.getFile());
            return FAILED;
        } catch (IOException e) {
            err.println("读写失败 Reading or writing failed: " + e.getMessage());
            return FAILED;
        }
    }

    private int judge(InputStream stream, Detail detail) throws IOException {
        Topics topics = Topics.of(RuleBook.load());
        BufferedReader lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
        Writer answers = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        int status = OK;
        int number = 0;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            number++;
            String text = number == 1 && line.startsWith(BYTE_ORDER_MARK) ? line.substring(1) : line;
            if (text.isBlank()) {
                continue;
            }
            Map<String, @Nullable Object> answer = answer(topics, text, number, detail);
            status = answer.containsKey("line") ? FAILED : status;
            answers.write(JSON.writeValueAsString(answer));
            answers.write('\n');
            if (!lines.ready()) {
                answers.flush();
            }
            if (out.checkError()) {
                return FAILED;
            }
        }
        answers.flush();
        return out.checkError() ? FAILED : status;
    }

    private Map<String, @Nullable Object> answer(Topics topics, String text, int number, Detail detail) {
        try {
            return switch (JSON.readValue(text, Object.class)) {
                case Map<?, ?> line -> topics.answer(withTextKeys(line), detail);
                case null -> unanswered(LineFinding.NOT_JSON, number, "null");
                case Object other ->
                    unanswered(LineFinding.NOT_JSON, number, other.getClass().getSimpleName());
            };
        } catch (JacksonException e) {
            return unanswered(LineFinding.NOT_JSON, number, e.getOriginalMessage());
        } catch (RuntimeException e) {
            err.println("line " + number + ": " + e);
            return unanswered(LineFinding.MISTAKE_OF_THE_PROGRAM, number, e.toString());
        }
    }

    private static Map<String, @Nullable Object> withTextKeys(Map<?, ?> object) {
        Map<String, @Nullable Object> line = new LinkedHashMap<>();
        object.forEach((key, value) -> line.put(String.valueOf(key), value));
        return line;
    }

    private static Map<String, @Nullable Object> unanswered(LineFinding code, int number, String reason) {
        Map<String, @Nullable Object> answer = new LinkedHashMap<>();
        answer.put("line", number);
        answer.putAll(Topics.refusal(code, "line " + number, "", reason));
        return answer;
    }

    private int listTopics() {
        for (Topics.Group group : Topics.of(RuleBook.load()).listGroups()) {
            out.printf("%n# %s %s%n", group.title().zh(), group.title().en());
            group.topics().forEach(topic -> {
                out.printf(
                        "%n%s  %s  %s%n",
                        topic.name(), topic.title().zh(), topic.title().en());
                topic.inputs()
                        .forEach(input -> out.printf(
                                "    %s%s  %s%s  %s %s%n",
                                input.key(),
                                input.required() ? " *" : "",
                                input.kind().name().toLowerCase(Locale.ROOT),
                                input.unit().isEmpty() ? "" : " " + input.unit(),
                                input.label().zh(),
                                input.label().en()));
            });
        }
        return OK;
    }
}
