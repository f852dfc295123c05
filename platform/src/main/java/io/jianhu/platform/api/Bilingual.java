package io.jianhu.platform.api;

/**
 * One sentence for people, in both languages of the platform.
 *
 * @param zh Chinese
 * @param en English
 */
public record Bilingual(String zh, String en) {}
