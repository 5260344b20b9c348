/*
 * Russian for what the engine's applications say in English whatever their locale file holds: the messages of forms, the
 * calendar, and dates, which follow the language of the browser.
 */

const WORDS = {
  // Without a sentence of the server it is the form that is not filled in.
  'Не удалось выполнить задачу': 'Не удалось выполнить задачу. Заполните поля, под которыми красная надпись.',
  'Не удалось начать процесс': 'Не удалось начать процесс. Заполните поля, под которыми красная надпись.',
  'Field is required.': 'Заполните это поле.',
  'Field must be a valid email.': 'Проверьте адрес электронной почты: он пишется так: name@school.ru.',
  'Value is not a number.': 'Введите число.',
  'Value is expected to be an integer.': 'Введите целое число.',
  'Nothing to show.': 'Пока пусто.',
  'No results': 'Ничего не найдено',
  'No content to show.': 'Показать нечего.',
  'Select': 'Выберите',
  'Search': 'Найти',
  'Date': 'Дата',
  'Time': 'Время',
  'Close': 'Закрыть',
  'Month': 'Месяц',
  'Year': 'Год',
  'dd.mm.yyyy': 'дд.мм.гггг',
  'hh:mm': 'чч:мм',
  'Hit policy:': 'Сколько строк срабатывает:',
  'Collect': 'все подходящие',
  'Unique': 'одна',
  'First': 'первая',
  'When': 'Если',
  'And': 'и',
  'Then': 'то',
  'Annotations': 'Пояснения',
  'No overlap is possible and all rules are disjoint. Only a single rule can be matched':
    'Строки не пересекаются: подходит только одна',
  'Collects the values of all matching rules': 'Собираются значения всех подходящих строк',
  'Input values': 'Допустимые значения',
  'Output values': 'Возможные значения',
  'Input type': 'Тип значения',
  'Output type': 'Тип значения',
  'Output label': 'Что получается',
  'Select all': 'Отметить все',
  'Actions': 'Действия',
  'async-continuation': 'продолжение в фоне',
  'async-before': 'перед шагом',
  'async-after': 'после шага',
  'timer-transition': 'таймер на границе шага',
  'timer-intermediate-transition': 'таймер ожидания',
  'Failed Job': 'Фоновая работа не выполнена',
  'Message is null.': 'Причина не записана.',
  'null': 'не указано',
  'true': 'да',
  'false': 'нет',
  'String': 'Текст',
  'boolean': 'да или нет',
  'Boolean': 'Да или нет',
  'Short': 'Малое целое число',
  'Integer': 'Целое число',
  'Long': 'Большое целое число',
  'Double': 'Дробное число',
  'Bytes': 'Двоичные данные',
  'File': 'Файл',
  'Object': 'Объект',
  'Null': 'Пусто',
  'zoom in': 'Крупнее',
  'zoom out': 'Мельче',
  'reset zoom': 'Показать целиком',
};

// Permissions, as Admin lists them and as refusals name them.
const OBJECTS = {
  HISTORY: 'историю', HISTORY_VARIABLE: 'значения из истории', INSTANCE: 'процессы', INSTANCE_VARIABLE: 'значения процессов',
  TASK: 'задачи', TASK_VARIABLE: 'значения задач', VARIABLE: 'значения', SEARCH: 'поиски',
};
const ACTIONS = {
  READ: 'смотреть', UPDATE: 'изменять', CREATE: 'создавать', DELETE: 'удалять', MIGRATE: 'переносить', SUSPEND: 'приостанавливать',
};
Object.assign(WORDS, {
  ALL: 'всё', NONE: 'ничего', ACCESS: 'открывать', SET: 'настраивать', RETRY_JOB: 'повторять работы', TASK_WORK: 'выполнять задачи',
  TASK_ASSIGN: 'назначать исполнителя', WORKFLOW: 'для процессов', CREATE_INSTANCE: 'начинать процессы',
  CREATE_BATCH_CORRELATE_MESSAGE: 'пакет: передача сообщений',
  CREATE_BATCH_DELETE_DECISION_INSTANCES: 'пакет: удаление решений',
  CREATE_BATCH_DELETE_FINISHED_PROCESS_INSTANCES: 'пакет: удаление законченных процессов',
  CREATE_BATCH_DELETE_RUNNING_PROCESS_INSTANCES: 'пакет: удаление идущих процессов',
  CREATE_BATCH_MIGRATE_PROCESS_INSTANCES: 'пакет: перенос процессов',
  CREATE_BATCH_MODIFY_PROCESS_INSTANCES: 'пакет: изменение хода процессов',
  CREATE_BATCH_RESTART_PROCESS_INSTANCES: 'пакет: новый запуск процессов',
  CREATE_BATCH_SET_EXTERNAL_TASK_RETRIES: 'пакет: попытки внешних задач',
  CREATE_BATCH_SET_JOB_RETRIES: 'пакет: попытки фоновых работ',
  CREATE_BATCH_SET_REMOVAL_TIME: 'пакет: время удаления',
  CREATE_BATCH_SET_VARIABLES: 'пакет: запись значений',
  CREATE_BATCH_UPDATE_PROCESS_INSTANCES_SUSPEND: 'пакет: приостановка процессов',
});
for (const [action, verb] of Object.entries(ACTIONS)) {
  WORDS[action] = verb;
  for (const [object, noun] of Object.entries(OBJECTS)) {
    WORDS[action + '_' + object] = WORDS[action + '_' + object] || verb + ' ' + noun;
  }
}

const SENTENCES = [
  // The kind of an error before our own sentence about it.
  [/(^|: )[A-Z][A-Za-z]+: (?=[А-ЯЁ])/, '$1'],
  [/^DATE: /, 'по дате: '],
  [/^DURATION: /, 'через: '],
  [/^CYCLE: /, 'раз в: '],
  [/^(.+): No$/, '$1: нет'],
  // The heading of a message gets a colon whatever it ends with.
  [/^(.+[.!?…])\s*:$/, '$1'],
  // Cockpit writes moments as programs do.
  [/^(\d{4})-(\d\d)-(\d\d)T(\d\d:\d\d)(?::\d\d)?$/, '$3.$2.$1, $4'],
  [/^Field must have minimum value of (.+)\.$/, 'Не меньше $1.'],
  [/^Field must have maximum value of (.+)\.$/, 'Не больше $1.'],
  [/^Field must have minimum length of (.+)\.$/, 'Слишком коротко: нужно знаков не меньше $1.'],
  [/^Field must have maximum length of (.+)\.$/, 'Слишком длинно: можно знаков не больше $1.'],
  [/^Field must match pattern .+$/, 'Проверьте, как записано: так сохранить нельзя.'],
  [/^Field must be a valid +international phone number\..*$/, 'Запишите телефон так: +79001234567.'],
  [/^Click to sort by (.+) descending$/, 'Упорядочить по столбцу «$1», от больших к меньшим'],
  [/^Click to sort by (.+) ascending$/, 'Упорядочить по столбцу «$1», от меньших к большим'],
  [/^Click to remove sorting on (.+)$/, 'Не упорядочивать по столбцу «$1»'],
  [/^Decision name: (.+)$/, 'Таблица решений: $1'],
  [/^Input label: (.+)$/, 'Что проверяется: $1'],
  [/^Output label: (.+)$/, 'Что получается: $1'],
  [/^Value is expected to have at most (\d+) decimal digits?\.$/, 'Знаков после запятой: не больше $1.'],
];

const CALENDAR = {
  firstDayOfWeek: 1,
  weekdays: {
    shorthand: ['Вс', 'Пн', 'Вт', 'Ср', 'Чт', 'Пт', 'Сб'],
    longhand: ['Воскресенье', 'Понедельник', 'Вторник', 'Среда', 'Четверг', 'Пятница', 'Суббота'],
  },
  months: {
    shorthand: ['Янв', 'Фев', 'Март', 'Апр', 'Май', 'Июнь', 'Июль', 'Авг', 'Сен', 'Окт', 'Ноя', 'Дек'],
    longhand: ['Январь', 'Февраль', 'Март', 'Апрель', 'Май', 'Июнь', 'Июль', 'Август', 'Сентябрь', 'Октябрь', 'Ноябрь',
      'Декабрь'],
  },
  rangeSeparator: ' – ',
  time_24hr: true,
};

function inRussian(text) {
  const english = text.trim();
  if (WORDS[english]) return WORDS[english];
  const list = english.split(', ');
  if (list.length > 1 && list.every(word => WORDS[word])) return list.map(word => WORDS[word]).join(', ');
  const sentence = SENTENCES.find(([pattern]) => pattern.test(english));
  return sentence ? english.replace(...sentence) : null;
}

function translateText(node) {
  const russian = inRussian(node.data);
  if (russian) node.data = russian;
}

function translateAttributes(element) {
  for (const name of ['placeholder', 'title', 'aria-label']) {
    const russian = element.hasAttribute(name) && inRussian(element.getAttribute(name));
    if (russian) element.setAttribute(name, russian);
  }
  const calendar = element._flatpickr;
  if (calendar && calendar.config.locale !== CALENDAR) calendar.set('locale', CALENDAR);
}

function translate(node) {
  if (node.nodeType === Node.TEXT_NODE) {
    translateText(node);
  } else if (node.nodeType === Node.ELEMENT_NODE) {
    translateAttributes(node);
    node.childNodes.forEach(translate);
  }
}

new MutationObserver(changes => changes.forEach(change => {
  if (change.type === 'characterData') {
    translateText(change.target);
  } else {
    // A field is given its calendar only after it has been put on the page: its class tells.
    translateAttributes(change.target);
    change.addedNodes.forEach(translate);
  }
})).observe(document.documentElement, {
  childList: true, subtree: true, characterData: true,
  attributes: true, attributeFilter: ['placeholder', 'title', 'aria-label', 'class'],
});

// Forms ask the browser how dates are written; here they are written in Russian in every browser.
const BrowserFormat = Intl.DateTimeFormat;
Intl.DateTimeFormat = new Proxy(BrowserFormat, {
  construct: (target, [locale, ...rest]) => new target(!locale || locale === 'default' ? 'ru' : locale, ...rest),
});

export default [];
