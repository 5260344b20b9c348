export default {
  app: { name: 'Задачи', vendor: 'Наставник' },
  locales: { availableLocales: ['ru'], fallbackLocale: 'ru' },
  dateFormat: { normal: 'LLL', long: 'LLLL', short: 'L' },
  disableWelcomeMessage: true,
  customScripts: ['../../../js/camunda/session.js', '../../../js/camunda/connection.js', '../../../js/camunda/russian.js', '../../../js/camunda/search.js', 'scripts/my-school.js', 'scripts/files-tab.js', 'scripts/narrow-screen.js'],
  shortcuts: {
    claimTask: { key: 'ctrl+alt+c', description: 'Взять выбранную задачу в работу' },
    focusFilter: { key: 'ctrl+shift+f', description: 'Перейти к спискам задач' },
    focusList: { key: 'ctrl+alt+l', description: 'Перейти к первой задаче списка' },
    focusForm: { key: 'ctrl+alt+f', description: 'Перейти к первому полю формы' },
    startProcess: { key: 'ctrl+alt+p', description: 'Открыть окно «Начать процесс»' },
  },
};
