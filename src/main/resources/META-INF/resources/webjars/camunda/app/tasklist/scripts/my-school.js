/* The link back to our own pages. */

export default [{
  id: 'nastavnik.my-school',
  pluginPoint: 'tasklist.navbar.action',
  priority: 200,
  render: node => {
    const link = document.createElement('a');
    link.href = '/';
    link.textContent = 'Моя школа';
    node.replaceChildren(link);
  },
  unmount: () => {},
}];
