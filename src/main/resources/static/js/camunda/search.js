/*
 * Lists of forms are searched as Russian names are: words in any order, «е» for «ё», whichever dash and apostrophe, and what
 * was typed without changing the keyboard to Russian. The rule is that of RussianText.java; one table of examples tests both.
 */

const APOSTROPHES = /['’‘‛ʼʹ`´′＇]/gu;
const UNSEEN = /[\p{Mn}\p{Cf}]/gu;
const LATIN_KEYS = '`qwertyuiop[]asdfghjkl;\'zxcvbnm,.~QWERTYUIOP{}ASDFGHJKL:"ZXCVBNM<>';
const RUSSIAN_KEYS = 'ёйцукенгшщзхъфывапролджэячсмитьбюЁЙЦУКЕНГШЩЗХЪФЫВАПРОЛДЖЭЯЧСМИТЬБЮ';
const LATIN = 'ABCEHKMOPTXY';
const RUSSIAN = 'АВСЕНКМОРТХУ';

const exchanged = (text, from, to) => [...text].map(sign => to[from.indexOf(sign)] || sign).join('');

function key(text) {
  const letters = text.normalize('NFC').replace(APOSTROPHES, '').replace(UNSEEN, '').replace(/[^\p{L}\p{Nd}]+/gu, ' ').trim();
  return exchanged(letters.toUpperCase().replaceAll('Ё', 'Е'), LATIN, RUSSIAN);
}

const plain = String.prototype.includes;

export function found(typed, text) {
  const searched = key(text);
  return typed.trim() === '' || [typed, exchanged(typed, LATIN_KEYS, RUSSIAN_KEYS)]
    .map(key)
    .some(words => words !== '' && words.split(' ').every(word => plain.call(searched, word)));
}

/** Forms ask only whether a label holds what stands in the field, and leave no other place to answer. */
const FIELD = '.fjs-taglist-input, .fjs-form-field-select input.fjs-input';

String.prototype.includes = function includes(wanted, from) {
  if (plain.call(this, wanted, from)) return true;
  const field = document.activeElement;
  return typeof wanted === 'string' && wanted !== '' && field !== null && field.matches(FIELD)
    && field.value.toLowerCase() === wanted && found(wanted, String(this));
};

export default [];
