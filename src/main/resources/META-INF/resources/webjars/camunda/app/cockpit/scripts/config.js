export default {
  app: { name: 'Ход процессов', vendor: 'Наставник' },
  locales: { availableLocales: ['en'], fallbackLocale: 'en' },
  disableWelcomeMessage: true,
  customScripts: ['scripts/session.js'],
};
