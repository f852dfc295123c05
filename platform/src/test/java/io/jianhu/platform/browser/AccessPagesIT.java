package io.jianhu.platform.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.jianhu.platform.registry.Districts;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A user is made, sees what is theirs, and loses it at the next click. */
class AccessPagesIT extends BrowserTest {

    private static final String ZHUJI = "诸暨袜业示例厂 总排口";
    private static final String YUECHENG = "越城黄酒示例厂 总排口";
    private static final String NEW_PASSWORD = "Mirror-Lake-330681";

    @Test
    void an_officer_of_zhuji_sees_zhuji_and_a_role_taken_away_refuses_at_the_next_click() {
        outlet("330681ACCESS000000000001", ZHUJI, Districts.ZHUJI);
        outlet("330602ACCESS000000000001", YUECHENG, Districts.YUECHENG);
        Page admin = administrator(Screen.DESK);
        String password = makeUser(admin, "zhuji.officer", "诸暨值班员");

        Page officer = stranger(Screen.DESK);
        logIn(officer, "zhuji.officer", password);
        assertThat(officer).hasURL(Pattern.compile("/account$"));
        assertThat(officer.getByText("请先修改密码")).isVisible();
        officer.getByLabel("当前密码", exact()).fill(password);
        officer.getByLabel("新密码", exact()).fill(NEW_PASSWORD);
        officer.getByLabel("再输一次新密码").fill(NEW_PASSWORD);
        officer.getByRole(AriaRole.BUTTON, named("修改密码")).click();

        assertThat(officer).hasURL(Pattern.compile("/map$"));
        Locator menu = officer.getByRole(AriaRole.NAVIGATION, named("主导航"));
        assertThat(menu).containsText("工单");
        assertThat(menu).not().containsText("用户");
        officer.navigate("/live");
        assertThat(officer.getByRole(AriaRole.ROW).filter(has(ZHUJI))).isVisible();
        assertThat(officer.getByText(YUECHENG)).not().isVisible();
        officer.navigate("/devices/330602ACCESS000000000001");
        assertThat(officer.getByText("没有这台设备")).isVisible();

        takeRoleAway(admin, "zhuji.officer");
        menu.getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("工单"))
                .click();
        assertThat(officer.getByRole(AriaRole.ALERT)).containsText("没有此权限");
        assertThat(menu).not().containsText("工单");

        admin.navigate("/audit?object_id=zhuji.officer");
        Locator row = admin.getByRole(AriaRole.ROW).filter(has("轮岗"));
        row.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("修改用户"))
                .click();
        assertThat(admin.getByText("[\"district-officer\"]")).isVisible();
        admin.getByRole(AriaRole.BUTTON, named("核对记录链")).click();
        assertThat(admin.getByText("记录链完好")).isVisible();
    }

    @Test
    void a_permission_is_taken_out_of_the_matrix_with_a_reason() {
        Page page = administrator(Screen.DESK);
        page.navigate("/roles");
        page.getByRole(AriaRole.BUTTON, named("修改 监测运维人员")).click();
        page.getByRole(AriaRole.CHECKBOX, named("监测运维人员 下发与撤回反控命令")).uncheck();
        page.getByRole(AriaRole.BUTTON, named("保存")).click();
        Locator dialog = page.getByRole(AriaRole.DIALOG);
        assertThat(dialog).containsText("－ 下发与撤回反控命令");
        dialog.getByLabel("理由").fill("只看不动");
        dialog.locator("button[type=submit]").click();
        assertThat(page.getByText("监测运维人员 已修改，即刻生效")).isVisible();
    }

    @Test
    void a_second_factor_is_set_up_from_a_code_drawn_by_the_page() {
        Page page = administrator(Screen.DESK);
        page.navigate("/account");
        Locator section = page.getByRole(AriaRole.REGION, named("动态口令"));
        section.getByLabel("当前密码").fill(PASSWORD);
        section.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("开始绑定"))
                .click();
        assertThat(section.getByRole(AriaRole.IMG, new Locator.GetByRoleOptions().setName("绑定用二维码")))
                .isVisible();
        section.getByLabel("动态口令", new Locator.GetByLabelOptions().setExact(true))
                .fill("000000");
        section.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("启用"))
                .click();
        assertThat(section.getByText("动态口令不正确")).isVisible();
    }

    private static String makeUser(Page admin, String login, String name) {
        admin.navigate("/users");
        admin.getByRole(AriaRole.BUTTON, named("新建用户")).first().click();
        Locator dialog = admin.getByRole(AriaRole.DIALOG);
        dialog.getByLabel("用户名").fill(login);
        dialog.getByLabel("姓名").fill(name);
        dialog.getByLabel("区县业务人员").check();
        dialog.getByLabel("诸暨市").check();
        dialog.getByLabel("理由").fill("新入职");
        dialog.locator("button[type=submit]").click();
        String password = admin.getByTestId("password").textContent();
        assertThat(password).isNotBlank();
        admin.getByRole(AriaRole.BUTTON, named("已记下")).click();
        return password;
    }

    private static void takeRoleAway(Page admin, String login) {
        admin.getByRole(AriaRole.BUTTON, named("修改 " + login)).click();
        Locator dialog = admin.getByRole(AriaRole.DIALOG);
        dialog.getByLabel("区县业务人员").uncheck();
        dialog.getByLabel("理由").fill("轮岗");
        dialog.locator("button[type=submit]").click();
        assertThat(dialog).not().isVisible();
    }

    private static void logIn(Page page, String login, String password) {
        page.navigate("/login");
        page.getByLabel("用户名").fill(login);
        page.getByLabel("密码", exact()).fill(password);
        page.getByRole(AriaRole.BUTTON, named("登录")).click();
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }

    private static Page.GetByLabelOptions exact() {
        return new Page.GetByLabelOptions().setExact(true);
    }

    private static Locator.FilterOptions has(String text) {
        return new Locator.FilterOptions().setHasText(text);
    }
}
