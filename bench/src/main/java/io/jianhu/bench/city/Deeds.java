package io.jianhu.bench.city;

/** Is told what loggers do that no plan could know: connections, commands obeyed, frames given up. */
interface Deeds {

    /** Nobody listens. */
    Deeds UNHEARD = (device, moment, what, detail) -> {};

    /**
     * @param what a short stable name
     * @param detail for a reader
     */
    void done(Device device, Moment moment, String what, String detail);
}
