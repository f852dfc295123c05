package io.jianhu.standards.topic;

import io.jianhu.standards.RuleBook;
import io.jianhu.standards.Text;
import io.jianhu.standards.water.TrophicIndex;
import io.jianhu.standards.water.TrophicState;
import io.jianhu.standards.water.WaterItem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Trophic state of lakes and reservoirs. */
final class LakeTopics {

    private LakeTopics() {}

    static List<Topic> list(RuleBook rules) {
        TrophicIndex index = new TrophicIndex(rules);
        return List.of(index(index), weights(index));
    }

    private static Topic index(TrophicIndex index) {
        List<WaterItem> parameters = index.listParameters();
        return new Topic(
                "TLI",
                new Text("综合营养状态指数", "Trophic level index"),
                new Text(
                        "由叶绿素a（mg/m³）、总磷、总氮、高锰酸盐指数（mg/L）和透明度（m）得出 TLI(Σ) 和营养状态。",
                        "From chlorophyll a (mg/m³), total phosphorus, total nitrogen, permanganate index (mg/L) and transparency"
                                + " (m) to TLI(Σ) and trophic state."),
                true,
                WaterInputs.concentrations(parameters),
                List.of(Map.of("chla", "10", "TP", "0.03", "TN", "1.0", "SD", "2.0", "CODMn", "2.5")),
                request -> index.judge(WaterInputs.sample(request, parameters), request.day())
                        .map(LakeTopics::plainState));
    }

    private static Map<String, Object> plainState(TrophicState state) {
        Map<String, Object> plain = new LinkedHashMap<>();
        plain.put("TLI", state.index());
        plain.put("class", state.state().zh());
        plain.put("single", state.single());
        return plain;
    }

    private static Topic weights(TrophicIndex index) {
        return new Topic(
                "TLI_weights",
                new Text("TLI 权重", "Weights of the trophic level index"),
                new Text("各参数的权重 Wj = r²/Σr²。", "The weight of each parameter, r² over the sum of r²."),
                true,
                List.of(),
                List.of(Map.of()),
                request -> index.judgeWeights(request.day()).map(LinkedHashMap::new));
    }
}
