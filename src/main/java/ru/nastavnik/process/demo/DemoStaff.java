package ru.nastavnik.process.demo;

import java.util.List;
import org.jspecify.annotations.Nullable;
import ru.nastavnik.organisation.Role;

/** The made-up staff of the demo school. Any likeness to living people is an accident. */
final class DemoStaff {

    /**
     * One person.
     *
     * @param login login name, null for a colleague without one; the password of all is {@link DemoSchool#PASSWORD}
     * @param name  surname, first name, patronymic
     */
    record Member(@Nullable String login, String name, String position, List<Role> roles) {

        String part(int index) {
            return name.split(" ", -1)[index];
        }
    }

    static final List<String> MENTORS = List.of("mentor", "zorina", "polyakov", "chernova", "golubeva", "matveev");
    static final List<String> MENTEES = List.of("smirnova", "sokolov", "belyaeva", "frolov", "nazarova", "mentee");
    /** So many mentees, from the first on, get the mentor of the same place; the next one is still without. */
    static final int PAIRS = 4;
    /** Has drafted her pair's programme only just now. */
    static final String SLOW_MENTOR = "chernova";
    /** Has been asked and has not answered yet. */
    static final String UNDECIDED = "mentee";

    /** One login for each role, each with a task waiting. */
    static final List<String> TO_TRY =
            List.of("director", "curator", "deputy", "clerk", "lead", "psychologist", "editor", "mentor", UNDECIDED);

    static final List<Member> ALL = List.of(
            new Member("director", "Крылова Вера Николаевна", "директор", List.of(Role.DIRECTOR)),
            new Member(
                    "curator",
                    "Орлова Мария Сергеевна",
                    "заместитель директора по УВР",
                    List.of(Role.CURATOR, Role.DEPUTY)),
            new Member(
                    "deputy",
                    "Громов Павел Андреевич",
                    "заместитель директора по воспитательной работе",
                    List.of(Role.DEPUTY)),
            new Member("clerk", "Лебедева Анна Игоревна", "секретарь", List.of(Role.CLERK)),
            new Member("psychologist", "Соловьёва Елена Дмитриевна", "педагог-психолог", List.of(Role.PSYCHOLOGIST)),
            new Member("editor", "Киселёв Артём Олегович", "учитель информатики", List.of(Role.SITE_EDITOR)),
            new Member("lead", "Макарова Татьяна Львовна", "учитель русского языка", List.of(Role.SUBJECT_LEAD)),
            new Member("mentor", "Зайцева Людмила Викторовна", "учитель математики", List.of(Role.MENTOR)),
            new Member("zorina", "Зорина Наталья Павловна", "учитель русского языка", List.of(Role.MENTOR)),
            new Member("polyakov", "Поляков Игорь Семёнович", "учитель физики", List.of(Role.MENTOR)),
            new Member("chernova", "Чернова Галина Ивановна", "учитель начальных классов", List.of(Role.MENTOR)),
            new Member("golubeva", "Голубева Светлана Фёдоровна", "учитель английского языка", List.of(Role.MENTOR)),
            new Member("matveev", "Матвеев Олег Романович", "учитель истории", List.of(Role.MENTOR)),
            new Member("smirnova", "Смирнова Дарья Алексеевна", "учитель математики", List.of(Role.MENTEE)),
            new Member("sokolov", "Соколов Никита Ильич", "учитель русского языка", List.of(Role.MENTEE)),
            new Member("belyaeva", "Беляева Полина Антоновна", "учитель начальных классов", List.of(Role.MENTEE)),
            new Member("frolov", "Фролов Максим Денисович", "учитель физики", List.of(Role.MENTEE)),
            new Member("mentee", "Тихонова Алина Романовна", "учитель английского языка", List.of(Role.MENTEE)),
            new Member("nazarova", "Назарова Кира Олеговна", "учитель химии", List.of(Role.MENTEE)));

    /** Colleagues who have no login: most of a school never logs in. */
    static final List<Member> WITHOUT_LOGIN = List.of(
            colleague("Виноградова Ольга Юрьевна", "специалист по кадрам"),
            colleague("Баранова Ирина Петровна", "учитель начальных классов"),
            colleague("Афанасьева Нина Степановна", "учитель биологии"),
            colleague("Борисов Юрий Захарович", "учитель технологии"),
            colleague("Веселова Раиса Ильинична", "учитель географии"),
            colleague("Гаврилова Зоя Марковна", "учитель начальных классов"),
            colleague("Дорофеева Лидия Осиповна", "учитель музыки"),
            colleague("Ефремов Степан Кузьмич", "учитель физической культуры"),
            colleague("Жданова Клавдия Титовна", "учитель математики"),
            colleague("Игнатова Алла Борисовна", "логопед"),
            colleague("Капустина Инна Глебовна", "учитель английского языка"),
            colleague("Лазарева Эмма Яковлевна", "библиотекарь"),
            colleague("Морозова Вероника Ефимовна", "учитель истории"),
            colleague("Носкова Римма Аркадьевна", "учитель начальных классов"),
            colleague("Осипов Григорий Наумович", "преподаватель ОБЗР"),
            colleague("Панова Таисия Власовна", "социальный педагог"),
            colleague("Рябова Евгения Савельевна", "учитель литературы"),
            colleague("Суханова Майя Денисовна", "учитель ИЗО"),
            colleague("Туманова Софья Львовна", "учитель начальных классов"),
            colleague("Уварова Роза Тимуровна", "учитель физики"),
            colleague("Филатова Жанна Эдуардовна", "учитель химии"));

    private DemoStaff() {}

    static Member of(String login) {
        return ALL.stream()
                .filter(member -> login.equals(member.login()))
                .findFirst()
                .orElseThrow();
    }

    /** @return «Куратор, Орлова Мария Сергеевна» */
    static String titleOf(String login) {
        return of(login).roles().get(0).title() + ", " + of(login).name();
    }

    private static Member colleague(String name, String position) {
        return new Member(null, name, position, List.of());
    }
}
