package ru.nastavnik.web;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import ru.nastavnik.organisation.Accounts;
import ru.nastavnik.organisation.Accounts.LoginSlip;
import ru.nastavnik.organisation.Dismissals;
import ru.nastavnik.organisation.Enrolment;
import ru.nastavnik.organisation.Members;
import ru.nastavnik.organisation.Members.Member;
import ru.nastavnik.organisation.NewPerson;
import ru.nastavnik.organisation.Organisations;
import ru.nastavnik.organisation.Person;
import ru.nastavnik.organisation.Powers;
import ru.nastavnik.organisation.Role;
import ru.nastavnik.organisation.Visitor;
import ru.nastavnik.roadmap.OpenProgrammes;
import ru.nastavnik.roadmap.Outcome;
import ru.nastavnik.roadmap.Programme;
import ru.nastavnik.roadmap.RowTasks;
import ru.nastavnik.shared.Decider;
import ru.nastavnik.shared.Door;
import ru.nastavnik.shared.Entry;
import ru.nastavnik.shared.Refusal;

/** «Сотрудники и доступ»: who works here, who may log in, and in what roles. */
@Controller
@RequestMapping("/staff")
class StaffPage {

    /** What the form of an invitation holds. */
    record InviteForm(
            Person.Category category,
            String lastName,
            String firstName,
            String middleName,
            String positionTitle,
            String email,
            String login,
            @Nullable Set<Role> roles,
            String basis,
            String from) {

        public boolean has(Role role) {
            return roles != null && roles.contains(role);
        }
    }

    /** What the form of a pupil holds. The representative may be left out for a pupil who is of age. */
    record PupilForm(
            String lastName,
            String firstName,
            String middleName,
            String birthDate,
            String className,
            String parentLastName,
            String parentFirstName,
            String parentMiddleName) {

        private boolean withParent() {
            return Stream.of(parentLastName, parentFirstName, parentMiddleName)
                    .anyMatch(name -> name != null && !name.isBlank());
        }
    }

    private final Members members;
    private final Enrolment enrolment;
    private final Accounts accounts;
    private final Powers powers;
    private final Dismissals dismissals;
    private final Organisations organisations;
    private final OpenProgrammes programmes;
    private final RowTasks tasks;

    StaffPage(
            Members members,
            Enrolment enrolment,
            Accounts accounts,
            Powers powers,
            Dismissals dismissals,
            Organisations organisations,
            OpenProgrammes programmes,
            RowTasks tasks) {
        this.members = members;
        this.enrolment = enrolment;
        this.accounts = accounts;
        this.powers = powers;
        this.dismissals = dismissals;
        this.organisations = organisations;
        this.programmes = programmes;
        this.tasks = tasks;
    }

    @GetMapping
    String list(@RequestParam(defaultValue = "") String search, Visitor visitor, Model model) {
        manager(visitor);
        model.addAttribute("search", search);
        model.addAttribute("setsConsents", visitor.has(Role.DIRECTOR, Role.ADMINISTRATOR));
        model.addAttribute("members", members.all(visitor.organisationId(), search));
        return "staff/list";
    }

    @GetMapping("/new")
    String invitation(Visitor visitor, Model model) {
        manager(visitor);
        LocalDate today = organisations.today(visitor.organisationId());
        return form(
                new InviteForm(Person.Category.STAFF, "", "", "", "", "", "", Set.of(), "", today.toString()),
                visitor,
                model);
    }

    @PostMapping("/new")
    String invite(@ModelAttribute InviteForm form, Visitor visitor, Model model, RedirectAttributes page) {
        manager(visitor);
        try {
            Set<Role> roles = form.roles() == null ? Set.of() : form.roles();
            roles.forEach(role -> mayGive(role, visitor));
            LocalDate from = day(form.from(), "Укажите день, с которого действует доступ.");
            LoginSlip slip = accounts.invite(
                    visitor.organisationId(),
                    new NewPerson(
                            form.category() == null ? Person.Category.STAFF : form.category(),
                            form.lastName(),
                            form.firstName(),
                            form.middleName(),
                            form.positionTitle(),
                            form.email()),
                    form.login(),
                    roles,
                    form.basis(),
                    from);
            return show(slip, page);
        } catch (Refusal refusal) {
            model.addAttribute("problem", refusal.getMessage());
            return form(form, visitor, model);
        }
    }

    private String howToTakePart(UUID organisationId) {
        List<Programme> running = programmes.running(organisationId);
        return running.stream()
                .flatMap(programme -> tasks.names(programme.id(), Outcome.REQUESTS_COLLECTED).stream())
                .findFirst()
                .map(task -> "Теперь его можно отметить в задаче «" + task + "».")
                .orElse(
                        running.isEmpty()
                                ? "Отметить, что ему нужен наставник, можно будет, когда начнётся программа."
                                : "Наставника ему подберут, когда куратор внесёт его в банк на странице «Пары и группы».");
    }

    private String form(InviteForm form, Visitor visitor, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("roles", powers.grantableBy(visitor.roles(), visitor.organisationId()));
        return "staff/new";
    }

    @GetMapping("/pupils/new")
    String pupil(Visitor visitor, Model model) {
        manager(visitor);
        model.addAttribute("form", new PupilForm("", "", "", "", "", "", "", ""));
        return "staff/pupil";
    }

    @PostMapping("/pupils/new")
    String enterPupil(@ModelAttribute PupilForm form, Visitor visitor, Model model, RedirectAttributes page) {
        manager(visitor);
        try {
            UUID pupilId = enrolment.enterPupil(
                    visitor.organisationId(),
                    new NewPerson(
                            Person.Category.PUPIL,
                            form.lastName(),
                            form.firstName(),
                            form.middleName(),
                            form.className(),
                            null),
                    day(form.birthDate(), "Укажите дату рождения ученика."),
                    !form.withParent()
                            ? null
                            : new NewPerson(
                                    Person.Category.REPRESENTATIVE,
                                    form.parentLastName(),
                                    form.parentFirstName(),
                                    form.parentMiddleName(),
                                    "законный представитель",
                                    null));
            page.addFlashAttribute("done", "Ученик внесён. " + howToTakePart(visitor.organisationId()));
            return "redirect:/staff/" + pupilId;
        } catch (Refusal refusal) {
            model.addAttribute("problem", refusal.getMessage());
            model.addAttribute("form", form);
            return "staff/pupil";
        }
    }

    @GetMapping("/{personId}")
    String card(@PathVariable UUID personId, Visitor visitor, Model model) {
        manager(visitor);
        model.addAttribute("member", members.one(visitor.organisationId(), personId));
        model.addAttribute("roles", powers.grantableBy(visitor.roles(), visitor.organisationId()));
        model.addAttribute("today", organisations.today(visitor.organisationId()));
        model.addAttribute("reserved", reserved(personId, visitor));
        model.addAttribute("mistake", dismissals.canBeTakenBack(personId));
        return "staff/card";
    }

    /** @param changedOn the day of a change; null when a mistake is mended */
    @PostMapping("/{personId}/data")
    String change(
            @PathVariable UUID personId,
            @ModelAttribute NewPerson data,
            @RequestParam(required = false) @Nullable LocalDate birthDate,
            @RequestParam(required = false) @Nullable LocalDate changedOn,
            Visitor visitor,
            RedirectAttributes page) {
        manager(visitor);
        enrolment.change(visitor.organisationId(), personId, data, birthDate, changedOn);
        page.addFlashAttribute("done", "Данные изменены.");
        return "redirect:/staff/" + personId;
    }

    @PostMapping("/{personId}/access")
    String giveAccess(
            @PathVariable UUID personId,
            @RequestParam String login,
            @RequestParam Role role,
            @RequestParam LocalDate from,
            @RequestParam String basis,
            Visitor visitor,
            RedirectAttributes page) {
        manager(visitor);
        mayGive(role, visitor);
        return show(accounts.giveAccess(visitor.organisationId(), personId, login, Set.of(role), basis, from), page);
    }

    @PostMapping("/{personId}/password")
    String resetPassword(@PathVariable UUID personId, Visitor visitor, RedirectAttributes page) {
        manager(visitor);
        powers.requireAuthority(visitor.roles(), visitor.organisationId(), personId);
        return show(accounts.resetPassword(visitor.organisationId(), personId), page);
    }

    @PostMapping("/{personId}/powers")
    String grant(
            @PathVariable UUID personId,
            @RequestParam Role role,
            @RequestParam(defaultValue = "false") boolean acting,
            @RequestParam LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            @RequestParam String basis,
            Visitor visitor,
            RedirectAttributes page) {
        manager(visitor);
        mayGive(role, visitor);
        Member member = members.one(visitor.organisationId(), personId);
        if (member.accountId() == null) {
            throw Refusal.wrongState("У этого человека нет логина. Сначала выдайте ему доступ.");
        }
        powers.grant(visitor.organisationId(), member.accountId(), role, acting, from, to, basis);
        page.addFlashAttribute("done", "Роль «" + role.title(acting) + "» назначена.");
        return "redirect:/staff/" + personId;
    }

    @PostMapping("/{personId}/powers/{powerId}/end")
    String end(
            @PathVariable UUID personId,
            @PathVariable UUID powerId,
            @RequestParam LocalDate lastDay,
            Visitor visitor,
            RedirectAttributes page) {
        manager(visitor);
        mayGive(powers.power(visitor.organisationId(), powerId).role(), visitor);
        powers.end(visitor.organisationId(), powerId, lastDay);
        page.addFlashAttribute("done", "Последний день роли записан.");
        return "redirect:/staff/" + personId;
    }

    /** What the dismissal would touch, before it is entered. */
    @GetMapping("/{personId}/dismissal")
    String dismissal(@PathVariable UUID personId, Visitor visitor, Model model) {
        requireMayDismiss(personId, visitor);
        Member member = members.one(visitor.organisationId(), personId);
        if (member.dismissedOn() != null) {
            return "redirect:/staff/" + personId;
        }
        model.addAttribute("member", member);
        model.addAttribute("today", organisations.today(visitor.organisationId()));
        model.addAttribute("touched", dismissals.touchedBy(visitor.organisationId(), personId));
        return "staff/dismissal";
    }

    @PostMapping("/{personId}/dismissal")
    String dismiss(
            @PathVariable UUID personId,
            @RequestParam(required = false) @Nullable LocalDate day,
            Visitor visitor,
            RedirectAttributes page) {
        requireMayDismiss(personId, visitor);
        dismissals.dismiss(visitor.organisationId(), personId, day, decider(visitor), entry(visitor));
        page.addFlashAttribute("done", noun(personId, visitor) + " отмечено. Доступ закрыт, дела переданы.");
        return "redirect:/staff/" + personId;
    }

    private void requireMayDismiss(UUID personId, Visitor visitor) {
        manager(visitor);
        if (personId.equals(visitor.place().personId())) {
            throw Refusal.forbidden(
                    "Собственный доступ закрыть нельзя. Это сделает другой человек, который ведёт доступ.");
        }
        powers.requireAuthority(visitor.roles(), visitor.organisationId(), personId);
    }

    @PostMapping("/{personId}/dismissal/mistake")
    String takeDismissalBack(@PathVariable UUID personId, Visitor visitor, RedirectAttributes page) {
        manager(visitor);
        List<String> stays = dismissals.takeBack(
                visitor.organisationId(), personId, visitor.roles(), decider(visitor), entry(visitor));
        page.addFlashAttribute("done", noun(personId, visitor) + " отменено: роли, вход и дела как были.");
        page.addFlashAttribute("stays", stays);
        return "redirect:/staff/" + personId;
    }

    private String noun(UUID personId, Visitor visitor) {
        return members.one(visitor.organisationId(), personId).category() == Person.Category.PUPIL
                ? "Выбытие"
                : "Увольнение";
    }

    /** Who leads the staff says so in the highest of their roles. */
    private static Decider decider(Visitor visitor) {
        Role role = Stream.of(Role.DIRECTOR, Role.CURATOR)
                .filter(visitor::has)
                .findFirst()
                .orElse(Role.ADMINISTRATOR);
        return new Decider(visitor.place().personId(), role.title());
    }

    private Entry entry(Visitor visitor) {
        return new Entry(Door.SCREEN, organisations.today(visitor.organisationId()), null, visitor.accountId());
    }

    /** Once: the password is not kept anywhere else. */
    @GetMapping("/slip")
    String slip(Visitor visitor, Model model) {
        manager(visitor);
        if (!(model.getAttribute("slip") instanceof LoginSlip slip)) {
            return "redirect:/staff";
        }
        model.addAttribute("member", members.one(visitor.organisationId(), slip.personId()));
        return "staff/slip";
    }

    private static String show(LoginSlip slip, RedirectAttributes page) {
        page.addFlashAttribute("slip", slip);
        return "redirect:/staff/slip";
    }

    /** A text, so that a form with a wrong day comes back with all that was typed. */
    private static LocalDate day(@Nullable String typed, String missing) {
        try {
            return LocalDate.parse(typed == null ? "" : typed.strip());
        } catch (DateTimeParseException e) {
            throw Refusal.invalid(missing);
        }
    }

    private static void manager(Visitor visitor) {
        visitor.require(Role.CURATOR, Role.DIRECTOR, Role.ADMINISTRATOR);
    }

    private void mayGive(Role role, Visitor visitor) {
        if (!powers.grantableBy(visitor.roles(), visitor.organisationId()).contains(role)) {
            throw Refusal.forbidden(
                    "Роль «" + role.title() + "» вы не назначаете и не снимаете. Обратитесь к директору.");
        }
    }

    /** @return why the visitor may not change this access; null when they may */
    private @Nullable String reserved(UUID personId, Visitor visitor) {
        try {
            powers.requireAuthority(visitor.roles(), visitor.organisationId(), personId);
            return null;
        } catch (Refusal refusal) {
            return refusal.getMessage();
        }
    }
}
