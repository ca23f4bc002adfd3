// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.jobs.internal;

import be.onthaal.common.Brussels;
import be.onthaal.jobs.RecurringJob;
import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Daily;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import com.github.kagkarlsson.scheduler.task.schedule.Schedule;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Runs the recurring jobs of all modules from the shared table. */
@Component
class JobRunner implements SmartLifecycle {

    /** Another process takes over the work of a killed one after some missed heartbeats. */
    private static final Duration HEARTBEAT = Duration.ofSeconds(10);

    private static final int MISSED = 4;

    private final DataSource dataSource;
    private final List<RecurringJob> jobs;
    private final boolean wanted;
    private Optional<Scheduler> scheduler = Optional.empty();

    JobRunner(
            DataSource dataSource,
            List<RecurringJob> jobs,
            @Value("${onthaal.jobs.enabled:true}") boolean wanted) {
        this.dataSource = dataSource;
        this.jobs = List.copyOf(jobs);
        this.wanted = wanted;
    }

    /** With a scheduler of its own each time: one that stopped does not start again. */
    @Override
    public synchronized void start() {
        if (wanted && scheduler.isEmpty()) {
            Scheduler started = scheduler();
            started.start();
            scheduler = Optional.of(started);
        }
    }

    @Override
    public synchronized void stop() {
        scheduler.ifPresent(Scheduler::stop);
        scheduler = Optional.empty();
    }

    @Override
    public synchronized boolean isRunning() {
        return scheduler.isPresent();
    }

    private Scheduler scheduler() {
        return Scheduler.create(dataSource)
                .tableName("jobs.scheduled_task")
                .commitWhenAutocommitDisabled(true)
                .executorService(Executors.newVirtualThreadPerTaskExecutor())
                .threads(4)
                .pollingInterval(Duration.ofSeconds(2))
                .heartbeatInterval(HEARTBEAT)
                .missedHeartbeatsLimit(MISSED)
                .shutdownMaxWait(Duration.ofSeconds(5))
                .startTasks(jobs.stream().map(JobRunner::task).toList())
                .build();
    }

    private static RecurringTask<Void> task(RecurringJob job) {
        return Tasks.recurring(job.name(), schedule(job.rhythm()))
                .execute((instance, context) -> job.run());
    }

    private static Schedule schedule(RecurringJob.Rhythm rhythm) {
        return switch (rhythm) {
            case RecurringJob.Rhythm.Every every -> FixedDelay.of(every.pause());
            case RecurringJob.Rhythm.DailyAt daily -> new Daily(Brussels.ZONE, daily.time());
        };
    }
}
