package io.jianhu.platform.identity;

import io.jianhu.platform.api.Bilingual;
import java.util.Arrays;
import java.util.Optional;

/**
 * Something that may be allowed. Which role allows what is data ({@code role_permission}); what there is to allow is this
 * list. On what it may be done is the {@link Scope}.
 */
public enum Permission {
    DEVICES_READ("devices.read", "监测", "查看设备、实时数据与时间序列", "See devices, live values and series"),
    DEVICES_WRITE("devices.write", "监测", "登记与修改设备", "Enter and change devices"),
    DEVICES_SECRETS("devices.secrets", "监测", "查看设备密码（每次留痕）", "See a device's password (each look is recorded)"),
    FRAMES_READ("frames.read", "监测", "查看原始报文", "See frames, byte for byte"),
    FINDINGS_READ("findings.read", "监测", "查看报文缺陷", "See the defects of frames"),
    COMMANDS_READ("commands.read", "监测", "查看反控工单", "See work orders"),
    COMMANDS_WRITE("commands.write", "监测", "下发与撤回反控命令", "Give orders to devices and take them back"),
    STANDARDS_USE("standards.use", "评价", "查询标准、计算评价", "Look standards up, judge by them"),
    ORGANISATIONS_READ("organisations.read", "权限", "查看组织机构", "See organisations"),
    ORGANISATIONS_WRITE("organisations.write", "权限", "维护组织机构", "Keep organisations"),
    USERS_READ("users.read", "权限", "查看用户", "See users"),
    USERS_WRITE("users.write", "权限", "维护用户、角色分配与数据范围", "Keep users, their roles and their scope"),
    ROLES_READ("roles.read", "权限", "查看权限矩阵", "See the permission matrix"),
    ROLES_WRITE("roles.write", "权限", "修改权限矩阵", "Change the permission matrix"),
    TOKENS_READ("tokens.read", "权限", "查看 API 令牌", "See API tokens"),
    TOKENS_WRITE("tokens.write", "权限", "签发与吊销 API 令牌", "Make and revoke API tokens"),
    AUDIT_READ("audit.read", "审计", "查看审计记录", "See the audit trail"),
    AUDIT_EXPORT("audit.export", "审计", "导出审计记录（留痕）", "Export the audit trail (recorded)"),
    SYSTEM_READ("system.read", "系统", "查看运行状况与指标", "See health and metrics");

    private final String label;
    private final String group;
    private final Bilingual text;

    Permission(String label, String group, String zh, String en) {
        this.label = label;
        this.group = group;
        this.text = new Bilingual(zh, en);
    }

    /** The name in JSON, in the database and in the generated documentation. */
    public String label() {
        return label;
    }

    /** What a person may do who has it. */
    public Bilingual text() {
        return text;
    }

    /** The heading it stands under in the matrix. */
    public Bilingual group() {
        return new Bilingual(
                group,
                switch (group) {
                    case "监测" -> "Monitoring";
                    case "评价" -> "Assessment";
                    case "审计" -> "Audit";
                    case "系统" -> "System";
                    default -> "Access";
                });
    }

    /** The permission of that label, if there is one. */
    public static Optional<Permission> find(String label) {
        return Arrays.stream(values())
                .filter(permission -> permission.label.equals(label))
                .findFirst();
    }
}
