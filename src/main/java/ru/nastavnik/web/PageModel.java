package ru.nastavnik.web;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import ru.nastavnik.organisation.Visitors;

/** What the layout of every page shows: {@code visitor}, null for people who have not logged in, and {@code here}. */
@ControllerAdvice(annotations = Controller.class)
class PageModel {

    private final Visitors visitors;

    PageModel(Visitors visitors) {
        this.visitors = visitors;
    }

    @ModelAttribute
    void layout(HttpServletRequest request, Model model) {
        Requests.signedIn(request)
                .filter(user -> !user.mustChangePassword())
                .ifPresent(user ->
                        model.addAttribute("visitor", visitors.visitor(user, Requests.chosenOrganisation(request))));
        model.addAttribute("here", request.getRequestURI());
    }
}
