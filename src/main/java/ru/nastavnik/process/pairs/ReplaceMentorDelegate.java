package ru.nastavnik.process.pairs;

import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import ru.nastavnik.documents.Acknowledgements;
import ru.nastavnik.documents.LocalActs;
import ru.nastavnik.mentorship.Replacement;
import ru.nastavnik.mentorship.Replacements;
import ru.nastavnik.process.documents.AcknowledgementSheets;

/** The order is there: the new mentor works in the pair, and everybody concerned is to read it. */
@Component
class ReplaceMentorDelegate implements JavaDelegate {

    private final Replacements replacements;
    private final LocalActs acts;
    private final Acknowledgements acknowledgements;
    private final AcknowledgementSheets sheets;

    ReplaceMentorDelegate(
            Replacements replacements,
            LocalActs acts,
            Acknowledgements acknowledgements,
            AcknowledgementSheets sheets) {
        this.replacements = replacements;
        this.acts = acts;
        this.acknowledgements = acknowledgements;
        this.sheets = sheets;
    }

    @Override
    public void execute(DelegateExecution execution) {
        UUID replacementId = UUID.fromString(execution.getProcessBusinessKey());
        replacements.replace(replacementId);
        Replacement replacement = replacements.get(replacementId);
        UUID orderId = Objects.requireNonNull(replacement.orderId(), "A mentor is replaced by an order");
        acknowledgements.name(
                orderId,
                Stream.concat(
                                Stream.of(replacement.oldMentorId(), replacement.newMentorId()),
                                replacements.pairOf(replacementId).menteeIds().stream())
                        .toList());
        sheets.open(acts.get(orderId));
    }
}
