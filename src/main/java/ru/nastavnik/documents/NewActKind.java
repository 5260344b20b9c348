package ru.nastavnik.documents;

import java.util.List;
import java.util.Set;
import ru.nastavnik.organisation.Role;

/**
 * A kind of act that a school adds.
 *
 * @param title     as it is called, «Приказ о поощрении наставников»
 * @param journal   code of the journal in which it gets its number
 * @param drafter   who prepares it
 * @param approver  who decides on it
 * @param agreement who must agree before, one after another: «Педагогический совет»
 * @param readers   who is acquainted with it unless the clerk names others
 */
public record NewActKind(
        String title, String journal, Role drafter, Role approver, List<String> agreement, Set<Role> readers) {}
