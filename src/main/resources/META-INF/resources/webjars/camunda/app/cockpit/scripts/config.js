export default {
  app: { name: 'Ход процессов', vendor: 'Наставник' },
  locales: { availableLocales: ['ru'], fallbackLocale: 'ru' },
  disableWelcomeMessage: true,
  customScripts: ['../../../js/camunda/session.js', '../../../js/camunda/connection.js', '../../../js/camunda/russian.js'],
};
