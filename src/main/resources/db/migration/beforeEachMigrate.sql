-- A change of tables takes the time that it needs.
set local statement_timeout = 0;
