package io.jianhu.platform.telemetry;

import io.jianhu.platform.api.Bilingual;
import io.jianhu.platform.api.ProblemText;
import io.jianhu.platform.api.ProblemType;
import org.springframework.http.HttpStatus;

/** The refusals of this module. */
public enum TelemetryProblem implements ProblemType {
    REASON_REQUIRED(
            HttpStatus.UNPROCESSABLE_CONTENT,
            new Bilingual("必须说明理由", "A reason is required"),
            new Bilingual("在 reason 中写明为何下发此命令；理由随工单保存。", "Say in reason why; it is kept with the work order.")),
    UNKNOWN_COMMAND_FOR_EDITION(
            HttpStatus.UNPROCESSABLE_CONTENT,
            new Bilingual("该设备的协议版本没有此命令", "The device's edition has no such command"),
            new Bilingual(
                    "从 /api/v1/commands/catalogue 中选择该版本的命令；版本不对时，请在设备登记中更正。",
                    "Choose from /api/v1/commands/catalogue; where the edition is wrong, correct it in the device's"
                            + " registration.")),
    BAD_PARAMETER(
            HttpStatus.UNPROCESSABLE_CONTENT,
            new Bilingual("命令参数不合要求", "The command does not take these parameters"),
            new Bilingual("按 errors 中逐项的说明修改。", "Mend what errors says of each parameter.")),
    ALREADY_FINISHED(
            HttpStatus.CONFLICT,
            new Bilingual("工单已结束", "The work order is finished"),
            new Bilingual("已结束的工单不能取消；如有需要，请另下新工单。", "It cannot be cancelled any more; ask anew where needed."));

    private final ProblemText text;

    TelemetryProblem(HttpStatus status, Bilingual title, Bilingual remedy) {
        this.text = new ProblemText(status, title, remedy);
    }

    @Override
    public ProblemText text() {
        return text;
    }
}
