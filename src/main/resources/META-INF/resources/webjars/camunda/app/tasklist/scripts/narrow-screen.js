/* On a phone list and task stand one below the other: the chosen task is brought into view. */

const STACKED = window.matchMedia('(max-width: 842px)');
let shown = null;

function showTask() {
  const found = /[?&]task=([^&]+)/.exec(window.location.hash);
  const chosen = found && found[1];
  const task = document.querySelector('.task-details .task-card');
  if (chosen && chosen !== shown && task && STACKED.matches) {
    task.closest('.task-details').scrollIntoView();
  }
  if (!chosen || task) shown = chosen;
}

// Tasklist changes the address without an event of the browser.
window.setInterval(showTask, 300);

export default [];
