package io.jianhu.standards.examples;

import java.io.PrintStream;

/** One example of the page: runs alone, prints what the page shows. */
interface Example {

    void run(PrintStream out);
}
