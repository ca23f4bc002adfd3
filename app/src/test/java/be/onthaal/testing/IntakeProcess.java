// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.testing;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The product without its pages, so that tests can start it fast and kill it. */
@Configuration(proxyBeanMethods = false)
@ComponentScan(
        basePackages = "be.onthaal",
        excludeFilters = {
            @ComponentScan.Filter(TestComponent.class),
            @ComponentScan.Filter(TestConfiguration.class),
            @ComponentScan.Filter(
                    type = FilterType.REGEX,
                    pattern =
                            "be\\.onthaal\\.records\\.(?!internal\\.(CaseHolds|Gate)$).*"
                                    + "|be\\.onthaal\\.(testing|policy|probe|web|api|desk|overview|portal|moving|scanning|webdav|demo|configuration|webhooks|jobs|notifications|Onthaal)\\b.*"
                                    + "|be\\.onthaal\\.decisions\\.internal\\.\\w*(Pages|Navigation)\\b.*"
                                    + "|be\\.onthaal\\.routing\\.internal\\.\\w*(Pages|Desk)\\b.*"
                                    + "|be\\.onthaal\\.decisions\\.Remembered.*|be\\.onthaal\\.cases\\.ProductTasks"
                                    + "|.*\\.web\\..*|.*Test\\b.*")
        })
public class IntakeProcess {

    /** What a started process says. */
    public static final String READY = "READY";

    /** Starts and runs until it is killed. */
    public static void main(String[] settings) throws InterruptedException {
        start(settings);
        System.out.println(READY);
        Thread.sleep(Long.MAX_VALUE);
    }

    @Bean
    TransactionTemplate transactions(PlatformTransactionManager manager) {
        return new TransactionTemplate(manager);
    }

    /** Starts within this process; each setting is written as {@code --name=value}. */
    public static ConfigurableApplicationContext start(String... settings) {
        return new SpringApplicationBuilder(IntakeProcess.class)
                .web(WebApplicationType.NONE)
                .registerShutdownHook(false)
                .run(settings);
    }
}
