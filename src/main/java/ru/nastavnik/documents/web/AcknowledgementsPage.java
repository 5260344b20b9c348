package ru.nastavnik.documents.web;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import ru.nastavnik.documents.Acknowledgements;
import ru.nastavnik.documents.ActVersion;
import ru.nastavnik.documents.LocalAct;
import ru.nastavnik.documents.LocalActs;
import ru.nastavnik.organisation.People;
import ru.nastavnik.organisation.Person;
import ru.nastavnik.shared.files.FileAnswer;
import ru.nastavnik.shared.files.StoredFileInfo;
import ru.nastavnik.shared.files.StoredFiles;

/** «Ознакомление»: documents with which the person is asked to become acquainted. */
@Controller
class AcknowledgementsPage {

    private final Acknowledgements acknowledgements;
    private final LocalActs acts;
    private final StoredFiles files;
    private final People people;

    AcknowledgementsPage(Acknowledgements acknowledgements, LocalActs acts, StoredFiles files, People people) {
        this.acknowledgements = acknowledgements;
        this.acts = acts;
        this.files = files;
        this.people = people;
    }

    @GetMapping("/acknowledgements")
    String show(Authentication authentication, Model model) {
        UUID accountId = UUID.fromString(authentication.getName());
        Set<UUID> persons = people.organisationsOf(accountId).stream()
                .flatMap(organisationId -> people.personOf(accountId, organisationId).stream())
                .map(Person::id)
                .collect(Collectors.toSet());
        model.addAttribute(
                "acts",
                persons.isEmpty()
                        ? List.of()
                        : acknowledgements.awaitedOf(persons).stream()
                                .map(this::reading)
                                .toList());
        return "acknowledgements";
    }

    private Reading reading(LocalAct act) {
        Optional<ActVersion> text = acts.text(act);
        return new Reading(
                act.id(),
                act.caption(),
                act.title(),
                text.map(ActVersion::body).orElse(null),
                text.map(ActVersion::annexes).orElse(List.of()));
    }

    @GetMapping("/acknowledgements/{actId}/annexes/{fileId}")
    ResponseEntity<Resource> annex(@PathVariable UUID actId, @PathVariable UUID fileId, Authentication authentication) {
        StoredFileInfo annex =
                files.info(acknowledgements.annex(actId, fileId, UUID.fromString(authentication.getName())));
        return FileAnswer.of(annex, files.content(annex));
    }

    @PostMapping("/acknowledgements/{actId}")
    String acknowledge(@PathVariable UUID actId, Authentication authentication, RedirectAttributes redirect) {
        acknowledgements.acknowledge(actId, UUID.fromString(authentication.getName()));
        redirect.addFlashAttribute("done", "Ознакомление отмечено.");
        return "redirect:/acknowledgements";
    }
}
