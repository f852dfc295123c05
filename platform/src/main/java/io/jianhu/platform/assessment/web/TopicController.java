package io.jianhu.platform.assessment.web;

import io.jianhu.platform.api.ApiProblem;
import io.jianhu.platform.api.Bilingual;
import io.jianhu.platform.assessment.AssessmentProblem;
import io.jianhu.platform.identity.Needs;
import io.jianhu.platform.identity.Permission;
import io.jianhu.standards.topic.Detail;
import io.jianhu.standards.topic.Topics;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/standards/topics")
@Tag(name = "standards")
class TopicController {

    private final Topics topics;

    TopicController(Topics topics) {
        this.topics = topics;
    }

    /** The topics of one part of the field. */
    record GroupView(String name, String titleZh, String titleEn, List<TopicView> topics) {}

    /** What is asked of a topic. */
    record Question(
            @Schema(description = "of the data, 2026-03-01; an instant counts as its day at +08:00") @Nullable
            String date,

            @Schema(description = "in place of a date, such as HJ 633-2012; a date wins") @Nullable
            String ruleVersion,

            @Schema(description = "by key of the topic; decimals as numbers or as texts") @Nullable
            Map<String, @Nullable Object> input) {}

    @Needs(Permission.STANDARDS_USE)
    @GetMapping
    @Operation(summary = "Every calculation by name, with the inputs that it takes and examples to try")
    List<GroupView> list() {
        return topics.listGroups().stream()
                .map(group -> new GroupView(
                        group.name(),
                        group.title().zh(),
                        group.title().en(),
                        group.topics().stream().map(TopicView::of).toList()))
                .toList();
    }

    @Needs(Permission.STANDARDS_USE)
    @PostMapping("/{name}")
    @Operation(
            summary = "Judge by a topic",
            description =
                    "Answers result, completeness, working, citations, findings and unverified marks. Where nothing"
                            + " can be judged, result holds error and the findings say why and what to do. Decimals are texts."
                            + " emission_limit and air_limit tell which limit applies on a day, and why.")
    Map<String, @Nullable Object> judge(@PathVariable String name, @RequestBody Question question) {
        if (topics.findTopic(name).isEmpty()) {
            throw ApiProblem.of(
                    AssessmentProblem.UNKNOWN_TOPIC, new Bilingual("没有主题 " + name, "There is no topic " + name));
        }
        Map<String, @Nullable Object> line = new LinkedHashMap<>();
        line.put("topic", name);
        line.put("date", question.date());
        line.put("rule_version", question.ruleVersion());
        line.put("input", question.input());
        return PlainTexts.ofObject(topics.answer(line, Detail.WORKING));
    }
}
