create table consent_text (
  id         uuid        constraint pk_consent_text primary key,
  kind       varchar(20) not null,
  version    integer     not null,
  text       text        not null,
  valid_from date        not null,
  constraint uq_consent_text unique (kind, version)
);
create table consent_collection (
  id              uuid        constraint pk_consent_collection primary key,
  organisation_id uuid        not null constraint fk_consent_collection_organisation references organisation,
  programme_id    uuid        not null,
  side            varchar(10) not null,
  opened_at       timestamptz not null
);
create table consent (
  id              uuid        constraint pk_consent primary key,
  organisation_id uuid        not null constraint fk_consent_organisation references organisation,
  person_id       uuid        not null constraint fk_consent_person references person,
  kind            varchar(20) not null constraint ck_consent_kind check (kind in ('PROCESSING', 'PARTICIPATION', 'EXTRA_DUTIES')),
  giver           varchar(20) not null constraint ck_consent_giver check (giver in ('SELF', 'REPRESENTATIVE')),
  state           varchar(20) not null constraint ck_consent_state check (state in ('AWAITED', 'GIVEN', 'REFUSED', 'WITHDRAWN')),
  text_id         uuid        not null constraint fk_consent_text references consent_text,
  programme_id    uuid        not null,
  collection_id   uuid        constraint fk_consent_collection references consent_collection,
  requested_on    date        not null,
  answered_on     date,
  reminders       integer     not null default 0,
  decision_id     uuid        constraint fk_consent_decision references decision_record,
  constraint uq_consent unique (programme_id, person_id, kind, giver)
);


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

6. На какой срок и как отозвать. Согласие действует до окончания программы наставничества, а если пара продолжит работу – до её завершения. Его можно отозвать в любой день: подать в школу заявление в свободной форме. После отзыва школа прекратит обработку и уничтожит данные в течение 30 дней, кроме документов, которые обязана хранить по закону. Отказ или отзыв не влияют на работу и учёбу.

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

Подпись ____________________ (подпись, расшифровка)    «___» ____________ 20___ г.');
