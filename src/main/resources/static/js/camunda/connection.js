/* The engine's applications wait silently when the server does not answer: here they say so, and what to do. */

const notice = document.createElement('p');
notice.className = 'no-connection';
notice.setAttribute('role', 'alert');
notice.hidden = true;
notice.textContent = 'Нет связи с сервером. Проверьте сеть и повторите: то, что вы ввели, осталось на экране.';
document.body.append(notice);

const send = XMLHttpRequest.prototype.send;
XMLHttpRequest.prototype.send = function (...body) {
  this.addEventListener('error', () => { notice.hidden = false; });
  this.addEventListener('load', () => { notice.hidden = true; });
  return send.apply(this, body);
};

export default [];
