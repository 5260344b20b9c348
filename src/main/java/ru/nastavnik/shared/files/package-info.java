@NullMarked
package ru.nastavnik.shared.files;

import org.jspecify.annotations.NullMarked;
