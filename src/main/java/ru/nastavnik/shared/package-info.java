@NullMarked
package ru.nastavnik.shared;

import org.jspecify.annotations.NullMarked;
