package io.jianhu.platform.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A person looks up a standard, compares two editions, and asks which limit applies and why. */
class StandardsPageIT extends BrowserTest {

    @Test
    void a_search_leads_to_an_edition_and_from_there_to_a_rule() {
        Page page = administrator(Screen.DESK);
        page.navigate("/standards");
        page.getByLabel("标准号、名称、因子或条文中的字词").fill("环境空气质量标准");
        page.getByLabel("数据日期").fill("2026-02-28");
        assertThat(page.getByRole(AriaRole.MAIN)).not().containsText("GB 3095-2026");
        link(page, "GB 3095-2012").click();
        assertThat(page.getByRole(AriaRole.MAIN)).containsText("2016-01-01 至 2026-02-28");
        link(page, "GB3095-2012/T1/PM2.5/24h").click();
        assertThat(page.getByRole(AriaRole.MAIN)).containsText("75");
        assertThat(page.getByRole(AriaRole.MAIN)).containsText("表1");
    }

    @Test
    void two_editions_show_what_changed_and_nothing_else_until_asked() {
        Page page = administrator(Screen.DESK);
        page.navigate("/standards/edition?id=GB%203095-2026");
        link(page, "与 GB 3095-2012 对照").click();
        assertThat(page).hasURL(Pattern.compile("/standards/compare"));
        Locator limits = page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("环境空气污染物浓度限值"));
        Locator daily = limits.getByRole(AriaRole.ROW)
                .filter(new Locator.FilterOptions().setHasText(Pattern.compile("PM2\\.5.*24h")));
        assertThat(daily).containsText("≠ 75");
        assertThat(daily).containsText("≠ 60");
        int differences = limits.getByRole(AriaRole.ROW).count();
        page.getByLabel("只看不同").uncheck();
        assertThat(limits.getByRole(AriaRole.ROW)).not().hasCount(differences);
    }

    @Test
    void a_calculator_is_filled_by_keyboard_and_shows_result_working_and_clauses() {
        Page page = administrator(Screen.DESK);
        page.navigate("/standards/calculators/AQI");
        page.getByLabel("数据日期").fill("2026/3/1");
        page.getByLabel("报告").selectOption("daily");
        page.locator("[id='topic-PM2.5']").fill("60.5");
        page.keyboard().press("Enter");
        Locator answer = page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("结果"));
        assertThat(answer).containsText("100");
        assertThat(answer).containsText("计算过程");
        assertThat(answer.getByRole(AriaRole.LINK)
                        .filter(new Locator.FilterOptions().setHasText("HJ 633-2026"))
                        .first())
                .isVisible();
        assertThat(page).hasURL(Pattern.compile("date=2026-03-01.*input="));
        page.reload();
        assertThat(answer).containsText("计算过程");
    }

    @Test
    void an_unverified_rule_is_marked_where_a_result_used_it() {
        Page page = administrator(new Screen(390, 844, ColorScheme.DARK));
        page.navigate("/standards/calculators/compensation_P");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("示例 1"))
                .click();
        Locator answer = page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("结果"));
        assertThat(answer).containsText("未核实");
        assertThat(answer).containsText("不得据此报警");
    }

    @Test
    void a_wrong_input_is_answered_with_what_to_do() {
        Page page = administrator(Screen.DESK);
        page.navigate("/standards/calculators/percentile?input=%7B%22p%22%3A%22x%22%2C%22values%22%3A%221..9%22%7D");
        Locator answer = page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("结果"));
        assertThat(answer).containsText("不能判定");
        assertThat(answer).containsText("不是数值");
        assertThat(answer).containsText("写成十进制数");
    }

    @Test
    void which_limit_applies_to_an_outlet_is_answered_with_its_reason() {
        Page page = administrator(Screen.DESK);
        page.navigate("/standards/limit");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("示例 1"))
                .click();
        Locator answer = page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("结果"));
        assertThat(answer).containsText("依据");
        assertThat(answer.getByRole(AriaRole.LINK).first()).isVisible();
    }

    private static Locator link(Page page, String name) {
        return page.getByRole(
                AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
