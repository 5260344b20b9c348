package ru.nastavnik.shared.files;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import ru.nastavnik.shared.Refusal;

/**
 * Room for the files that come in and go out at one moment. What comes in lies in the folder for passing things, which a
 * container keeps in its memory; whoever finds no room waits a little for a turn, and then is asked to come again.
 */
@Component
public class FilesInFlight {

    private static final int KILOBYTE = 1024;

    private final Semaphore room;
    private final int size;
    private final Duration patience;

    FilesInFlight(
            @Value("${nastavnik.files.in-flight}") DataSize size,
            @Value("${nastavnik.files.patience}") Duration patience) {
        this.size = Math.toIntExact(size.toKilobytes());
        this.room = new Semaphore(this.size, true);
        this.patience = patience;
    }

    /** Room that is taken until it is given back. */
    @FunctionalInterface
    public interface Place {
        void giveBack();
    }

    /** @throws Refusal BUSY when so much room has not become free in time */
    public Place take(long bytes) {
        int wanted = (int) Math.min(size, bytes / KILOBYTE + 1);
        try {
            if (!room.tryAcquire(wanted, patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw full();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw full();
        }
        return () -> room.release(wanted);
    }

    private static Refusal full() {
        return Refusal.busy("Сейчас загружается слишком много файлов. Подождите минуту и повторите: файл не потерян.");
    }
}
