package ru.nastavnik.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.UUID;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import ru.nastavnik.organisation.Accounts;
import ru.nastavnik.shared.Refusal;

/** Login, and the change of one's own password. */
@Controller
class LoginPage {

    private static final Map<String, String> PROBLEMS = Map.of(
            "wrong", "Логин или пароль не подходят. Проверьте раскладку и клавишу Caps Lock.",
            "throttled", "Слишком много попыток. Подождите минуту; если опять не получится, подождите дольше.",
            "busy", "Сейчас входит слишком много людей. Подождите минуту и повторите.",
            "powerless", "Сейчас у вас нет действующей роли в учреждении. Обратитесь к тому, кто ведёт доступ в школе.",
            "closed", "Ваш доступ закрыт. Обратитесь к тому, кто ведёт доступ в школе.");
    private static final Map<String, String> NEWS = Map.of(
            "over", "Сеанс закончился. Войдите снова.",
            "bye", "Вы вышли из программы.");

    private final Accounts accounts;

    LoginPage(Accounts accounts) {
        this.accounts = accounts;
    }

    @GetMapping("/login")
    String login(HttpServletRequest request, Model model) {
        if (Requests.signedIn(request).isPresent()) {
            return "redirect:/";
        }
        String code = request.getQueryString() == null ? "" : request.getQueryString();
        model.addAttribute("problem", PROBLEMS.get(code));
        model.addAttribute("done", NEWS.get(code));
        return "login";
    }

    @GetMapping("/password")
    String password(HttpServletRequest request, Model model) {
        model.addAttribute(
                "oneTime",
                Requests.signedIn(request)
                        .map(user -> user.mustChangePassword())
                        .orElse(false));
        return "password";
    }

    @PostMapping("/password")
    String change(
            @RequestParam String oldPassword,
            @RequestParam String newPassword,
            @RequestParam String repeated,
            Authentication user,
            RedirectAttributes page) {
        if (!newPassword.equals(repeated)) {
            throw Refusal.invalid("Новый пароль и его повтор различаются. Введите их ещё раз.");
        }
        accounts.changeOwnPassword(UUID.fromString(user.getName()), oldPassword, newPassword);
        page.addFlashAttribute("done", "Пароль изменён.");
        return "redirect:/";
    }
}
