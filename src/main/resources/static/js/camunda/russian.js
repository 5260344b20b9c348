/*
 * Russian for what the engine's applications say in English whatever their locale file holds: the messages of forms, the
 * calendar, and dates, which follow the language of the browser.
 */

const WORDS = {
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
};

const SENTENCES = [
  [/^Field must have minimum value of (.+)\.$/, 'Не меньше $1.'],
  [/^Field must have maximum value of (.+)\.$/, 'Не больше $1.'],
  [/^Field must have minimum length of (.+)\.$/, 'Слишком коротко: нужно знаков не меньше $1.'],
  [/^Field must have maximum length of (.+)\.$/, 'Слишком длинно: можно знаков не больше $1.'],
  [/^Field must match pattern .+$/, 'Проверьте, как записано: так сохранить нельзя.'],
  [/^Field must be a valid +international phone number\..*$/, 'Запишите телефон так: +79001234567.'],
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
