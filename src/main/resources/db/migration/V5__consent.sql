-- What can be agreed to, and what hangs on it. A new kind is a row here and a wording below; code asks the columns.
-- gates: what waits for it. stops: what its refusal or withdrawal ends. side, category: of whom it is asked; null is
-- everybody. minor_giver: who gives it for somebody under 18. valid_months: null holds until it is withdrawn.
create table consent_kind (
  code             varchar(20)  constraint pk_consent_kind primary key,
  position         integer      not null constraint uq_consent_kind_position unique,
  title            varchar(100) not null,
  what             varchar(100) not null,
  gates            varchar(20)  not null constraint ck_consent_kind_gates check (gates in ('BANK', 'PAIR_ORDER', 'PUBLICATION')),
  stops            varchar(20)  not null constraint ck_consent_kind_stops check (stops in ('PARTICIPATION', 'MENTORING', 'NOTHING')),
  side             varchar(10)  constraint ck_consent_kind_side check (side in ('MENTOR', 'MENTEE')),
  category         varchar(20),
  minor_giver      varchar(20)  not null constraint ck_consent_kind_minor_giver check (minor_giver in ('SELF', 'REPRESENTATIVE', 'BOTH')),
  valid_months     integer      constraint ck_consent_kind_valid_months check (valid_months > 0),
  erase_days       integer      constraint ck_consent_kind_erase_days check (erase_days > 0),
  after_withdrawal varchar(300) not null
);
create table consent_text (
  id         uuid        constraint pk_consent_text primary key,
  kind       varchar(20) not null constraint fk_consent_text_kind references consent_kind,
  version    integer     not null,
  text       text        not null,
  valid_from date        not null,
  constraint uq_consent_text unique (kind, version)
);
create table consent_collection (
  id              uuid        constraint pk_consent_collection primary key,
  organisation_id uuid        not null constraint fk_consent_collection_organisation references organisation,
  programme_id    uuid        not null constraint fk_consent_collection_programme references programme,
  side            varchar(10) not null constraint ck_consent_collection_side check (side in ('MENTOR', 'MENTEE')),
  opened_at       timestamptz not null,
  ended_at        timestamptz
);
create index ix_consent_collection_programme on consent_collection (programme_id);

-- A consent belongs to a person of the school, whatever programme has asked for it. What has happened to it are its
-- events; the row itself points at the last one and is what is locked.
create table consent (
  id              uuid        constraint pk_consent primary key,
  organisation_id uuid        not null constraint fk_consent_organisation references organisation,
  person_id       uuid        not null constraint fk_consent_person references person,
  kind            varchar(20) not null constraint fk_consent_kind references consent_kind,
  giver           varchar(20) not null constraint ck_consent_giver check (giver in ('SELF', 'REPRESENTATIVE')),
  state           varchar(20) not null,
  event_number    integer     not null,
  text_id         uuid        not null constraint fk_consent_text references consent_text,
  requested_on    date        not null,
  answered_on     date,
  reminders       integer     not null default 0,
  constraint uq_consent unique (person_id, kind, giver)
);
create index ix_consent_organisation on consent (organisation_id);
create table consent_event (
  consent_id    uuid        not null constraint fk_consent_event_consent references consent,
  number        integer     not null,
  state         varchar(20) not null constraint ck_consent_event_state check (state in ('AWAITED', 'GIVEN', 'REFUSED', 'WITHDRAWN', 'TAKEN_BACK')),
  text_id       uuid        not null constraint fk_consent_event_text references consent_text,
  collection_id uuid        constraint fk_consent_event_collection references consent_collection,
  happened_on   date        not null,
  recorded_at   timestamptz not null,
  decision_id   uuid        constraint fk_consent_event_decision references decision_record,
  constraint pk_consent_event primary key (consent_id, number),
  constraint uq_consent_event_state unique (consent_id, number, state),
  constraint ck_consent_event_decision check ((state in ('GIVEN', 'REFUSED', 'WITHDRAWN')) = (decision_id is not null))
);
alter table consent add constraint fk_consent_event foreign key (id, event_number, state)
  references consent_event (consent_id, number, state) deferrable initially deferred;

-- Who is asked together: an open request of one programme stands in one collection of it.
create table consent_request (
  collection_id uuid not null constraint fk_consent_request_collection references consent_collection,
  consent_id    uuid not null constraint fk_consent_request_consent references consent,
  constraint pk_consent_request primary key (collection_id, consent_id)
);
create index ix_consent_request_consent on consent_request (consent_id);

-- What somebody has answered is never rewritten, neither the event nor the decision on which it rests. People are only
-- referred to by their ids, so erasing a person's data needs no change here; where a paper lies may be forgotten.
create function refuse_to_rewrite_consents() returns trigger language plpgsql as
$$ begin raise exception 'What has happened to a consent is not rewritten'; end $$;
create trigger tr_consent_event_insert_only before update or delete on consent_event
  for each row execute function refuse_to_rewrite_consents();
create trigger tr_consent_decision_not_deleted before delete on decision_record
  for each row when (old.subject_kind = 'consent') execute function refuse_to_rewrite_consents();
create trigger tr_consent_decision_not_changed
  before update of organisation_id, subject_kind, subject_id, verdict, text_id, decided_by, capacity, happened_on, door, recorded_by, recorded_at on decision_record
  for each row when (old.subject_kind = 'consent') execute function refuse_to_rewrite_consents();

insert into consent_kind (code, position, title, what, gates, stops, side, category, minor_giver, valid_months, erase_days, after_withdrawal) values
  ('PROCESSING', 1, 'Обработка персональных данных', 'обработка персональных данных', 'BANK', 'PARTICIPATION', null, null, 'REPRESENTATIVE', 36, 30,
   'Участие прекращено. Данные нужно уничтожить в течение 30 дней со дня заявления, кроме документов, которые школа обязана хранить.'),
  ('PARTICIPATION', 2, 'Участие в программе наставничества', 'участие', 'BANK', 'PARTICIPATION', null, null, 'BOTH', null, null,
   'Участие прекращено.'),
  ('EXTRA_DUTIES', 3, 'Дополнительные обязанности наставника', 'дополнительные обязанности', 'PAIR_ORDER', 'MENTORING', 'MENTOR', 'STAFF', 'SELF', null, null,
   'Работа этого наставника с наставляемыми прекращена.'),
  ('IMAGE', 4, 'Использование изображения', 'использование изображения', 'PUBLICATION', 'NOTHING', null, null, 'BOTH', 36, null,
   'Уберите фотографии и видео с этим человеком с сайта и страниц школы сейчас, не позже трёх рабочих дней. На работу пары отзыв не влияет.');


-- Wordings of consents. A version that has been used is never changed: another wording is another version.
-- {person} and {school} are filled when the text is shown or printed.
insert into consent_text (id, kind, version, valid_from, text) values
('5b0c7b0e-7a51-4d0e-9a52-0c7b6b2f0001', 'PROCESSING', 1, '2025-09-01',
'Согласие на обработку персональных данных

1. Кто даёт согласие. Я, {person}, проживаю по адресу: ____________________, документ, удостоверяющий личность: ____________________ (номер, дата выдачи, кем выдан). Если за несовершеннолетнего согласие даёт законный представитель, здесь же указываются его фамилия, имя, отчество, адрес, документ, удостоверяющий личность, и документ о полномочиях.

2. Кому. {school}, адрес: ____________________ (далее – школа).

3. Зачем. Чтобы я мог (могла) участвовать в программе наставничества школы: для подбора пары, оформления приказов, программы пары и подведения итогов.

4. Какие данные. Фамилия, имя, отчество; должность и методическое объединение или класс; дата рождения; адрес электронной почты; темы, в которых нужна или предлагается помощь; сведения о паре, встречах и итогах работы.

5. Что школа делает с данными. Собирает, записывает, систематизирует, хранит, уточняет, извлекает, использует, блокирует, удаляет и уничтожает – на бумаге и в информационной системе школы. Публиковать эти данные и передавать их другим школа по этому согласию не вправе.

6. На какой срок и как отозвать. Согласие действует три года со дня подписи, а если в этот день моя пара ещё работает – до завершения её работы. Его можно отозвать в любой день: подать в школу заявление в свободной форме. После отзыва школа прекратит обработку и уничтожит данные в течение 30 дней, кроме документов, которые обязана хранить по закону. Отказ или отзыв не влияют на работу и учёбу.

7. Подпись. ____________________ (подпись, расшифровка)    «___» ____________ 20___ г.'),

('5b0c7b0e-7a51-4d0e-9a52-0c7b6b2f0002', 'PARTICIPATION', 1, '2025-09-01',
'Согласие на участие в программе наставничества

Я, {person}, согласен (согласна) участвовать в программе наставничества, которую проводит {school}.

Мне рассказали о положении о наставничестве, о правах и обязанностях наставника и наставляемого, о том, сколько длится работа пары и как её завершают.

Я знаю, что участвую добровольно: могу отказаться сейчас или прекратить участие в любой день, сказав об этом куратору. Отказ не влияет на мою работу и учёбу.

Если участнику нет 18 лет, участвовать соглашается и его законный представитель – отдельным листом.

Подпись ____________________ (подпись, расшифровка)    «___» ____________ 20___ г.'),

('5b0c7b0e-7a51-4d0e-9a52-0c7b6b2f0003', 'EXTRA_DUTIES', 1, '2025-03-01',
'Согласие работника на работу по наставничеству

Я, {person}, согласен (согласна) по поручению работодателя – {school} – помогать другому работнику овладевать навыками работы по его профессии (статья 351.8 Трудового кодекса Российской Федерации).

Содержание, срок и форму этой работы, размер и условия её оплаты мы с работодателем указываем в трудовом договоре или в дополнительном соглашении к нему.

Я знаю, что могу досрочно отказаться от этой работы в любое время. Работодатель может отменить поручение досрочно, предупредив меня не менее чем за три рабочих дня.

Подпись ____________________ (подпись, расшифровка)    «___» ____________ 20___ г.'),

('5b0c7b0e-7a51-4d0e-9a52-0c7b6b2f0004', 'IMAGE', 1, '2025-09-01',
'Согласие на использование изображения (фото и видео)

1. Кто даёт согласие. Я, {person}, номер телефона, адрес электронной почты или почтовый адрес: ____________________. Если за несовершеннолетнего согласие даёт законный представитель, здесь же указываются его фамилия, имя, отчество, номер телефона или адрес и документ о полномочиях.

2. Кому. {school}, адрес: ____________________, ИНН: ____________________, ОГРН: ____________________ (далее – школа).

3. На что. Школа может фотографировать меня и снимать на видео на встречах и мероприятиях по наставничеству, обнародовать и использовать эти фотографии и видео (статья 152.1 Гражданского кодекса Российской Федерации) и распространять вместе с ними данные, названные в пункте 6 (статья 10.1 Федерального закона «О персональных данных»).

4. Зачем. Чтобы рассказывать о наставничестве в школе и о его итогах. Использовать изображение в рекламе школа не вправе.

5. Где. Сайт школы: https://____________________ (адрес страницы). Страницы школы в социальных сетях: ____________________ (адрес каждой страницы). В других местах школа изображение не размещает.

6. Какие данные. Разрешаю то, что отмечено: ☐ фотография ☐ видеозапись ☐ фамилия, имя, отчество ☐ должность или класс.

7. Условия и запреты. Запрещаю передавать эти данные неограниченному кругу лиц (кроме доступа к ним на страницах из пункта 5) или обрабатывать их иначе: ____________________ (заполняется по желанию; если не заполнено, запретов нет).

8. На какой срок и как отозвать. Согласие действует три года со дня подписи. Его можно отозвать в любой день: подать в школу требование, указав фамилию, имя, отчество, номер телефона или адрес и перечень того, что нужно убрать. Со дня, когда школа получит требование, согласие не действует: школа убирает изображение сразу, не позже чем через три рабочих дня.

9. Отказ. Согласие добровольное, молчание согласием не считается. Отказ или отзыв не влияют на участие в программе наставничества, на работу и учёбу.

10. Подпись. ____________________ (подпись, расшифровка)    «___» ____________ 20___ г.');
