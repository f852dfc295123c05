package io.jianhu.platform.api;

import org.springframework.http.HttpStatus;

/** The refusals that any request can meet. */
public enum CommonProblem implements ProblemType {
    UNAUTHENTICATED(
            HttpStatus.UNAUTHORIZED,
            new Bilingual("尚未登录", "Not logged in"),
            new Bilingual(
                    "请先登录，或在请求头 Authorization: Bearer 中携带有效令牌。",
                    "Log in, or send a valid token in the header Authorization: Bearer.")),
    FORBIDDEN(
            HttpStatus.FORBIDDEN,
            new Bilingual("不允许此操作", "Not allowed"),
            new Bilingual(
                    "刷新页面后重试；程序请改用令牌。会话请求须带 X-XSRF-TOKEN 请求头。",
                    "Reload the page and try again; programs should use a token. Requests of a session need the"
                            + " header X-XSRF-TOKEN.")),
    NOT_FOUND(
            HttpStatus.NOT_FOUND,
            new Bilingual("没有此对象", "No such thing"),
            new Bilingual(
                    "核对地址与编号；无权查看的对象同样如此回答。", "Check the address and the number; what you may not see answers alike.")),
    METHOD_NOT_ALLOWED(
            HttpStatus.METHOD_NOT_ALLOWED,
            new Bilingual("此地址不支持该方法", "The address does not take this method"),
            new Bilingual("响应头 Allow 列出可用方法。", "The header Allow lists the methods.")),
    NOT_ACCEPTABLE(
            HttpStatus.NOT_ACCEPTABLE,
            new Bilingual("无法按所要求的格式回答", "Cannot answer in the format asked for"),
            new Bilingual("请接受 application/json。", "Accept application/json.")),
    UNSUPPORTED_MEDIA_TYPE(
            HttpStatus.UNSUPPORTED_MEDIA_TYPE,
            new Bilingual("不支持的内容类型", "Content type not supported"),
            new Bilingual("请以 Content-Type: application/json 发送。", "Send it with Content-Type: application/json.")),
    CONTENT_TOO_LARGE(
            HttpStatus.CONTENT_TOO_LARGE,
            new Bilingual("请求体过大", "Request body too large"),
            new Bilingual("分批发送。", "Send it in parts.")),
    UNREADABLE_BODY(
            HttpStatus.BAD_REQUEST,
            new Bilingual("请求体无法读取", "The body cannot be read"),
            new Bilingual("发送符合 /openapi 描述的 UTF-8 JSON。", "Send UTF-8 JSON as /openapi describes it.")),
    INVALID_FIELDS(
            HttpStatus.BAD_REQUEST,
            new Bilingual("有字段不合要求", "Some fields are not valid"),
            new Bilingual("按 errors 中逐项的说明修改。", "Mend what errors says of each field.")),
    BAD_CURSOR(
            HttpStatus.BAD_REQUEST,
            new Bilingual("游标无效", "The cursor is not valid"),
            new Bilingual(
                    "游标只能原样用于产生它的同一查询；请从第一页重新开始。",
                    "A cursor works unchanged and only with the query that gave it; start again from the first page.")),
    BAD_REQUEST(
            HttpStatus.BAD_REQUEST,
            new Bilingual("请求有误", "The request is not valid"),
            new Bilingual("对照 /openapi 修改请求。", "Compare the request with /openapi.")),
    DATABASE_UNAVAILABLE(
            HttpStatus.SERVICE_UNAVAILABLE,
            new Bilingual("数据库暂时不可用", "The database is not available"),
            new Bilingual("稍后重试；原因见 /actuator/health。", "Try again later; /actuator/health tells the reason.")),
    INTERNAL_ERROR(
            HttpStatus.INTERNAL_SERVER_ERROR,
            new Bilingual("平台内部错误", "The platform made a mistake"),
            new Bilingual("请将编号告知维护人员，日志中有同一编号。", "Give the number to the maintainer: the log has the same one."));

    private final ProblemText text;

    CommonProblem(HttpStatus status, Bilingual title, Bilingual remedy) {
        this.text = new ProblemText(status, title, remedy);
    }

    @Override
    public ProblemText text() {
        return text;
    }
}
