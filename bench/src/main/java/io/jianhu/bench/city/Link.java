package io.jianhu.bench.city;

/** A logger's open connection to the platform. */
interface Link {

    void send(byte[] frame);

    void close();
}
