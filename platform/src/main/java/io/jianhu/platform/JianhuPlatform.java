package io.jianhu.platform;

import java.time.Clock;
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

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
