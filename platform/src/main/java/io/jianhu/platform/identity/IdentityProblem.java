package io.jianhu.platform.identity;

import io.jianhu.platform.api.Bilingual;
import io.jianhu.platform.api.ProblemText;
import io.jianhu.platform.api.ProblemType;
import org.springframework.http.HttpStatus;

/** The refusals of this module. */
public enum IdentityProblem implements ProblemType {
    WRONG_CREDENTIALS(
            HttpStatus.UNAUTHORIZED,
            new Bilingual("用户名或密码不正确", "Wrong login or password"),
            new Bilingual(
                    "核对后重试。忘记管理员密码时，设置 JIANHU_ADMIN_PASSWORD 后重新启动平台。",
                    "Check them and try again. Where the administrator's password is lost, set JIANHU_ADMIN_PASSWORD and"
                            + " start the platform again.")),
    TOO_MANY_ATTEMPTS(
            HttpStatus.TOO_MANY_REQUESTS,
            new Bilingual("登录失败次数过多", "Too many failed log-ins"),
            new Bilingual("等待响应头 Retry-After 所示的秒数后再试。", "Wait the seconds that the header Retry-After says.")),
    CSRF_TOKEN_MISSING(
            HttpStatus.FORBIDDEN,
            new Bilingual("缺少防伪令牌", "The anti-forgery token is missing"),
            new Bilingual(
                    "刷新页面后重试；须在请求头 X-XSRF-TOKEN 中带上 Cookie XSRF-TOKEN 的值。程序请改用 API 令牌。",
                    "Reload the page and try again; the header X-XSRF-TOKEN must repeat the cookie XSRF-TOKEN. Programs"
                            + " should use an API token.")),
    FOREIGN_LOGIN(
            HttpStatus.FORBIDDEN,
            new Bilingual("不接受来自其他网站的登录", "Log-ins sent by other sites are not taken"),
            new Bilingual("请在平台自己的登录页登录。", "Log in on the platform's own page."));

    private final ProblemText text;

    IdentityProblem(HttpStatus status, Bilingual title, Bilingual remedy) {
        this.text = new ProblemText(status, title, remedy);
    }

    @Override
    public ProblemText text() {
        return text;
    }
}
