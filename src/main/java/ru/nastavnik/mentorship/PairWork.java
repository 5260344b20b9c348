package ru.nastavnik.mentorship;

/** How the work of a programme's pairs stands. */
public enum PairWork {
  /** Personal programmes wait for the director. */
  PROGRAMMES_TO_APPROVE,
  /** Pairs are being formed or work, or a mentee still searches. */
  GOES_ON,
  /** No pair list is open, no pair works, nobody is without a mentor. */
  COMPLETE
}
