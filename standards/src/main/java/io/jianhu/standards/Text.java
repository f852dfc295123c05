package io.jianhu.standards;

/** One text in the two languages of the library. */
public record Text(String zh, String en) {}
