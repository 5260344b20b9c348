/* The tab «Файлы» of a task: evidence is attached here and opened. */

const TYPES = '.pdf,.jpg,.jpeg,.png,.docx,.xlsx';

function element(tag, properties, ...children) {
  const node = Object.assign(document.createElement(tag), properties);
  node.append(...children);
  return node;
}

function size(bytes) {
  return bytes < 1024 * 1024 ? Math.max(1, Math.round(bytes / 1024)) + ' КБ' : (bytes / 1024 / 1024).toFixed(1).replace('.', ',') + ' МБ';
}

async function ask(url, options) {
  const response = await fetch(url, Object.assign({ credentials: 'same-origin' }, options)).catch(() => null);
  if (!response) throw new Error('Нет связи с сервером. Проверьте сеть и повторите.');
  if (response.status === 401) { window.location = '/login'; throw new Error(''); }
  if (response.ok) return response.status === 204 || !response.headers.get('content-type') ? null : response.json();
  const answer = await response.json().catch(() => null);
  throw new Error((answer && answer.message) || 'Не получилось. Повторите позже.');
}

async function draw(node, taskId) {
  const url = '/tasks/' + encodeURIComponent(taskId) + '/files';
  const problem = element('p', { className: 'files-problem' });
  problem.setAttribute('role', 'alert');
  const list = element('ul', { className: 'files-list' });
  const input = element('input', { type: 'file', accept: TYPES, id: 'files-input' });
  node.replaceChildren(
    element('p', { textContent: 'Скан, протокол или таблица: PDF, JPEG, PNG, DOCX, XLSX до 20 МБ.' }),
    element('label', { className: 'btn btn-default', htmlFor: 'files-input', textContent: 'Приложить файл' }),
    input, problem, list);

  async function refresh() {
    const tab = await ask(url);
    const headers = { [tab.csrfHeader]: tab.csrfToken };
    list.replaceChildren(...tab.files.map(file => {
      const row = element('li', {}, element('a', { href: '/files/' + file.id, target: '_blank', rel: 'noopener', textContent: file.name }),
        ' (' + size(file.size) + ') ');
      if (file.mine) {
        row.append(element('button', { type: 'button', className: 'btn btn-link', textContent: 'Убрать',
          onclick: () => act(() => ask(url + '/' + file.id, { method: 'DELETE', headers })) }));
      }
      return row;
    }));
    if (!tab.files.length) list.replaceChildren(element('li', { textContent: 'Файлов пока нет.' }));
    input.onchange = () => {
      if (!input.files.length) return;
      const body = new FormData();
      body.append('file', input.files[0]);
      input.value = '';
      act(() => ask(url, { method: 'POST', headers, body }));
    };
  }

  async function act(work) {
    problem.textContent = '';
    try { await work(); await refresh(); } catch (e) { problem.textContent = e.message; }
  }

  try { await refresh(); } catch (e) { problem.textContent = e.message; }
}

export default [{
  id: 'nastavnik.files',
  pluginPoint: 'tasklist.task.detail',
  priority: 50,
  properties: { label: 'Файлы' },
  render: (node, { taskId }) => { draw(node, taskId); },
  unmount: () => {},
}];
