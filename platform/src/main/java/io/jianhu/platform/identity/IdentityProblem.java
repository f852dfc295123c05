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
            new Bilingual("请在平台自己的登录页登录。", "Log in on the platform's own page.")),
    SECOND_FACTOR_REQUIRED(
            HttpStatus.UNAUTHORIZED,
            new Bilingual("需要动态口令", "A code of the second factor is needed"),
            new Bilingual("在 code 中附上身份验证器显示的 6 位数字，再次提交。", "Send the six digits of the authenticator along as code.")),
    WRONG_CODE(
            HttpStatus.UNAUTHORIZED,
            new Bilingual("动态口令不正确", "The code is wrong"),
            new Bilingual(
                    "等身份验证器显示新的数字后再试；每个口令只能用一次，并请核对手机时间。",
                    "Wait for the next code: each works once. Check the clock of the phone.")),
    PERMISSION_MISSING(
            HttpStatus.FORBIDDEN,
            new Bilingual("没有此权限", "The permission is missing"),
            new Bilingual("请向系统管理员申请相应角色。", "Ask an administrator for a role that has it.")),
    PASSWORD_CHANGE_REQUIRED(
            HttpStatus.FORBIDDEN,
            new Bilingual("须先修改密码", "The password must be changed first"),
            new Bilingual("在“我的账户”中修改密码后继续。", "Change it under My account, then go on.")),
    LOGIN_TAKEN(
            HttpStatus.CONFLICT,
            new Bilingual("用户名已被使用", "The login is taken"),
            new Bilingual("请换一个用户名。", "Choose another login.")),
    ROLE_CODE_TAKEN(
            HttpStatus.CONFLICT,
            new Bilingual("角色代码已被使用", "The code of the role is taken"),
            new Bilingual("请换一个代码。", "Choose another code.")),
    TOKEN_NAME_TAKEN(
            HttpStatus.CONFLICT,
            new Bilingual("同名令牌仍有效", "A token of that name is in force"),
            new Bilingual("先吊销该令牌，或另取名称。", "Revoke it first, or choose another name.")),
    LAST_ADMINISTRATOR(
            HttpStatus.CONFLICT,
            new Bilingual("系统须至少保留一名管理员", "The platform must keep an administrator"),
            new Bilingual(
                    "先让另一名启用的用户拥有全部数据范围以及维护用户与权限矩阵的权限。",
                    "First give another active user everything in scope and the permissions to keep users and roles.")),
    BUILT_IN_ROLE(
            HttpStatus.CONFLICT,
            new Bilingual("内置角色不能删除", "A built-in role cannot be deleted"),
            new Bilingual("可以改为取消其全部权限。", "Take its permissions away instead.")),
    NOT_YOURS_TO_GIVE(
            HttpStatus.FORBIDDEN,
            new Bilingual("不能授予自己没有的权限或范围", "Nobody can give what they do not have"),
            new Bilingual("请由拥有该权限和数据范围的管理员办理。", "Ask an administrator who has the permission and the scope.")),
    REASON_MISSING(
            HttpStatus.UNPROCESSABLE_CONTENT,
            new Bilingual("须说明理由", "A reason is needed"),
            new Bilingual(
                    "在 reason 中填写 1 至 500 个字符，将写入审计记录。",
                    "Say why in reason, 1 to 500 characters; the audit trail keeps it."));

    private final ProblemText text;

    IdentityProblem(HttpStatus status, Bilingual title, Bilingual remedy) {
        this.text = new ProblemText(status, title, remedy);
    }

    @Override
    public ProblemText text() {
        return text;
    }
}
