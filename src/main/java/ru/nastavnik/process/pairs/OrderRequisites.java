package ru.nastavnik.process.pairs;

import java.time.LocalDate;
import ru.nastavnik.process.task.Answers;

/** Number and date under which an order has been registered. */
record OrderRequisites(String number, LocalDate date) {

    static OrderRequisites of(Answers answers) {
        return new OrderRequisites(
                answers.required("number", "Укажите номер приказа."),
                answers.requiredDate("date", "Укажите дату приказа."));
    }
}
