/* Logging out and a session that is over lead to the one login page, not to the engine's own form. */

function leaveForLogin() {
  if (/^#!?\/login\b/.test(window.location.hash)) {
    window.location.replace('/login?over');
  }
}

window.addEventListener('hashchange', leaveForLogin);
window.setInterval(leaveForLogin, 1000);
leaveForLogin();

export default [];
