@NullMarked
package ru.nastavnik.process;

import org.jspecify.annotations.NullMarked;
