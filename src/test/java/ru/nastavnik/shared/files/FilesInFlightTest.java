package ru.nastavnik.shared.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;
import ru.nastavnik.shared.Refusal;
import ru.nastavnik.shared.files.FilesInFlight.Place;

class FilesInFlightTest {

    private final FilesInFlight inFlight = new FilesInFlight(DataSize.ofMegabytes(2), Duration.ofMillis(1));

    @Test
    void whoFindsNoRoom_isAskedToComeAgain_andHasItWhenSomebodyHasGone() {
        Place first = inFlight.take(1_000_000);
        inFlight.take(900_000);
        assertThatThrownBy(() -> inFlight.take(1_000_000))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.kind().httpStatus()).isEqualTo(503))
                .hasMessage("Сейчас загружается слишком много файлов. Подождите минуту и повторите: файл не потерян.");
        first.giveBack();
        inFlight.take(1_000_000);
    }

    @Test
    void fileLargerThanAllTheRoom_takesAllOfIt() {
        inFlight.take(50_000_000).giveBack();
        inFlight.take(2_000_000);
        assertThatThrownBy(() -> inFlight.take(200_000)).isInstanceOf(Refusal.class);
    }
}
