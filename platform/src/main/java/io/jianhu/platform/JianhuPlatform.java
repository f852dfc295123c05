package io.jianhu.platform;

import java.time.Clock;
import java.time.ZoneOffset;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.modulith.Modulithic;

/** The platform: one process that takes frames in, keeps them, decodes them and shows them. */
@SpringBootApplication
@Modulithic(systemName = "Jianhu 鉴湖")
public class JianhuPlatform {

    static void main(String[] args) {
        SpringApplication.run(JianhuPlatform.class, args);
    }

    /** The only clock; its zone is the one that all days, months and wire times mean: UTC+8, no summer time. */
    @Bean
    Clock clock() {
        return Clock.system(ZoneOffset.ofHours(8));
    }
}
