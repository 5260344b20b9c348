export default {
  app: { name: 'Задачи', vendor: 'Наставник' },
  locales: { availableLocales: ['ru'], fallbackLocale: 'ru' },
  dateFormat: { normal: 'LLL', long: 'LLLL', short: 'L' },
  disableWelcomeMessage: true,
  customScripts: ['../../../js/camunda/session.js', '../../../js/camunda/russian.js', 'scripts/my-school.js', 'scripts/files-tab.js', 'scripts/narrow-screen.js'],
  shortcuts: {
    claimTask: { key: 'ctrl+alt+c', description: 'claims the currently selected task' },
    focusFilter: { key: 'ctrl+shift+f', description: 'set the focus to the first filter in the list' },
    focusList: { key: 'ctrl+alt+l', description: 'sets the focus to the first task in the list' },
    focusForm: { key: 'ctrl+alt+f', description: 'sets the focus to the first input field in a task form' },
    startProcess: { key: 'ctrl+alt+p', description: 'opens the start process modal dialog' },
  },
};
