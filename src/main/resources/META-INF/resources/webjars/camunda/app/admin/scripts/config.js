export default {
  app: { name: 'Обслуживание', vendor: 'Наставник' },
  locales: { availableLocales: ['en'], fallbackLocale: 'en' },
  disableWelcomeMessage: true,
  customScripts: ['scripts/session.js'],
};
