package io.jianhu.platform.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** From a data logger's first frame to its bytes on screen. */
class FirstLightIT extends BrowserTest {

    @Test
    void a_device_goes_live_in_the_list_while_somebody_looks() {
        outlet("330602LIGHT0000000000001", "鉴湖酒厂 总排口");
        Page page = administrator(Screen.DESK);
        page.navigate("/live");
        Locator row = page.getByRole(AriaRole.ROW).filter(has("鉴湖酒厂 总排口"));
        assertThat(row).containsText("从未上报");

        logger("330602LIGHT0000000000001").report("37.2", "1.43");

        assertThat(row).containsText("在线");
        assertThat(row).containsText("37.2");
        assertThat(row).not().containsText("从未上报");
    }

    @Test
    void a_device_goes_live_on_the_map_while_somebody_looks() {
        outlet("330602LIGHT0000000000002", "东湖印染厂 一号口");
        Page page = administrator(Screen.DESK);
        page.navigate("/map?mn=330602LIGHT0000000000002");
        Locator card = page.getByRole(AriaRole.COMPLEMENTARY, named("监测点"));
        assertThat(card).containsText("东湖印染厂 一号口");
        assertThat(card).containsText("从未上报");

        logger("330602LIGHT0000000000002").report("41.5", "2.06");

        assertThat(card).containsText("在线");
        assertThat(card).containsText("41.5");
    }

    @Test
    void a_value_stands_with_its_unit_time_and_mark_and_leads_to_its_bytes_and_the_reply() {
        outlet("330602LIGHT0000000000003", "会稽山化工 总排口");
        DataLogger logger = logger("330602LIGHT0000000000003");
        logger.report("52.8", "0.97");

        Page page = administrator(Screen.DESK);
        page.navigate("/live");
        page.getByRole(AriaRole.LINK, named("会稽山化工 总排口")).click();
        assertThat(page).hasURL(Pattern.compile("/devices/330602LIGHT0000000000003$"));
        Locator cod = page.getByRole(AriaRole.BUTTON).filter(has("化学需氧量"));
        assertThat(cod).containsText("52.8");
        assertThat(cod).containsText("mg/L");
        assertThat(cod).containsText("正常");
        assertThat(cod).containsText(Pattern.compile("\\d{2}:\\d{2}"));

        logger.report("53.4", "0.99");
        assertThat(cod).containsText("53.4");

        page.getByRole(AriaRole.TABPANEL).getByRole(AriaRole.LINK).first().click();
        assertThat(page).hasURL(Pattern.compile("/frames/\\d{8}-\\d+-2$"));
        assertThat(page.getByRole(AriaRole.REGION, named("文本"))).containsText("w01018-Rtd=53.4");
        assertThat(page.getByRole(AriaRole.ROW).filter(has("化学需氧量"))).containsText("53.4");
        assertThat(page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("发现的缺陷")))
                .containsText("没有发现缺陷");
        assertThat(page.getByRole(AriaRole.REGION, named("应答字节"))).containsText("CN=9014");
        assertThat(page.getByText("散列核对无误")).isAttached();

        page.getByRole(AriaRole.BUTTON, named("十六进制")).click();
        assertThat(page.getByRole(AriaRole.REGION, named("十六进制"))).containsText(Pattern.compile("23\\s*23"));

        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("上一条"))
                .click();
        assertThat(page.getByRole(AriaRole.ROW).filter(has("化学需氧量"))).containsText("52.8");
    }

    @Test
    void a_defective_frame_says_what_is_wrong_and_how_to_mend_it() {
        outlet("330602LIGHT0000000000004", "若耶溪电镀 总排口");
        logger("330602LIGHT0000000000004").reportWithWrongCrc("52.8", "0.97");

        Page page = administrator(Screen.DESK);
        page.navigate("/devices/330602LIGHT0000000000004");
        Locator row = page.getByRole(AriaRole.TABPANEL).getByRole(AriaRole.ROW).filter(has("拒收"));
        assertThat(row).containsText("未应答");
        row.getByRole(AriaRole.LINK).first().click();

        Locator findings = page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("发现的缺陷"));
        assertThat(findings).containsText("CRC");
        assertThat(findings).containsText("如何改正");
        assertThat(findings).containsText("应为");
        assertThat(page.getByText("拒收的报文不应答")).isVisible();
    }

    @Test
    void an_unknown_device_is_shown_apart_until_somebody_enters_it() {
        logger("330602LIGHT0000000000005").report("12.5", "0.21");
        Page page = administrator(Screen.DESK);
        page.navigate("/live?status=quarantine");
        page.getByRole(AriaRole.LINK, named("330602LIGHT0000000000005")).click();
        assertThat(page.getByText("这台设备尚未登记")).isVisible();

        page.getByRole(AriaRole.BUTTON, named("登记")).click();
        Locator dialog = page.getByRole(AriaRole.DIALOG);
        dialog.getByLabel("名称").fill("平水江电子厂 总排口");
        dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("登记"))
                .click();
        assertThat(page.getByRole(AriaRole.HEADING, named("平水江电子厂 总排口"))).isVisible();
        assertThat(page.getByText("这台设备尚未登记")).not().isVisible();
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }

    private static Locator.FilterOptions has(String text) {
        return new Locator.FilterOptions().setHasText(text);
    }
}
