@NullMarked
package ru.nastavnik.process.engine;

import org.jspecify.annotations.NullMarked;
