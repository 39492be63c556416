-- How the clerks of the archive scan what comes again and again: settings of the scanning desk under a title.
CREATE TABLE scan_presets (
  name TEXT NOT NULL PRIMARY KEY,     -- title folded (lower case, ё = е)
  title TEXT NOT NULL,                -- as it was typed
  device TEXT NOT NULL,               -- as SANE names it; empty: the first one found
  source TEXT NOT NULL,               -- flatbed, adf, duplex; empty: as the device is set
  dpi INTEGER NOT NULL,               -- dots an inch
  mode TEXT NOT NULL,                 -- colour, grey, lineart
  sheet TEXT NOT NULL,                -- name of a size; empty: all the scanner sees
  one_paper INTEGER NOT NULL,         -- 1: all sheets are one paper; else 0
  saved_at TEXT NOT NULL,             -- a moment
  saved_by TEXT NOT NULL              -- login
);
