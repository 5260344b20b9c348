export default {
  app: { name: 'Начало', vendor: 'Наставник' },
  locales: { availableLocales: ['en'], fallbackLocale: 'en' },
  disableWelcomeMessage: true,
  customScripts: ['scripts/session.js'],
};
