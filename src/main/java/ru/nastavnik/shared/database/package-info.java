@NullMarked
package ru.nastavnik.shared.database;

import org.jspecify.annotations.NullMarked;
